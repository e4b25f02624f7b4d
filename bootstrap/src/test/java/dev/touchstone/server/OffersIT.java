package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Offers from the partner's word to the feed. */
class OffersIT {

  private static final String OWN = "/api/v1/partners/P-1/offers";
  private static final String OFFER =
      """
      {"titleIt":"Gestionale","textIt":"Su misura","specializations":["ERP","CRM"],
       "provinces":["TO","MI"]}
      """;

  /** Has all the offers but the one that goes its way alone. */
  private static final String MORE = "/api/v1/partners/P-3/offers";

  private static ServerFixture server;
  private static Nightwatch nights;
  private static Requests partner;

  @BeforeAll
  static void runANight() {
    server = ServerFixture.start();
    partner = server.partner("P-1");
    nights = new Nightwatch(server);
    nights.write(
        "partners/p.csv",
        """
        partner_id,name,registered_on
        P-1,Uno,2009-01-01
        P-2,Due,2009-01-01
        P-3,Tre,2009-01-01
        """);
    nights.write(
        "enrollments/e.csv",
        """
        partner_id,specialization,kind,from
        P-1,CRM,COMPETENCY,2010-01-01
        P-1,ERP,COMPETENCY,2010-01-01
        P-2,CRM,COMPETENCY,2010-01-01
        P-3,CRM,COMPETENCY,2010-01-01
        P-3,ERP,COMPETENCY,2010-01-01
        """);
    nights.run("2010-11-15");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void goesFromThePartnersWordToTheFeedAndOutOfIt() throws IOException {
    assertThat(feed("2010-11-15", "partners")).contains("\"offers\":[]");

    Answer created = partner.post(OWN, OFFER);
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    String address = created.header("Location");
    String id = created.json().path("offerId").asString();
    assertThat(address).isEqualTo(OWN + "/" + id);
    assertThat(partner.get(address).json()).isEqualTo(created.json());
    assertThat(partner.get(address).header("ETag")).isEqualTo(created.header("ETag"));
    nights.run("2010-11-16");
    assertThat(feed("2010-11-16", "partners"))
        .contains(
            "\"offers\":[{\"offerId\":\"%s\",\"titleIt\":\"Gestionale\",\"textIt\":\"Su misura\",\"specializations\":[\"CRM\",\"ERP\"],\"provinces\":[\"MI\",\"TO\"]}]"
                .formatted(id));
    assertThat(feed("2010-11-16", "changes"))
        .contains(
            "{\"partnerId\":\"P-1\",\"change\":\"UPDATED\",\"from\":\"REGISTERED\",\"to\":\"REGISTERED\"}\n");

    Answer changed =
        partner
            .with("If-Match", created.header("ETag"))
            .put(
                address,
                "{\"titleEn\":\"ERP\",\"textEn\":\"Tailored\",\"specializations\":[\"ERP\"],\"provinces\":[\"ALL\"]}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().has("titleIt")).isFalse();
    assertThat(partner.with("If-Match", created.header("ETag")).put(address, OFFER).status())
        .isEqualTo(412);
    assertThat(partner.put(address, OFFER).status()).isEqualTo(428);

    Answer withdrawn = partner.with("If-Match", changed.header("ETag")).delete(address);
    assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
    assertThat(partner.get(address).json().path("withdrawn").asBoolean()).isTrue();
    assertThat(partner.with("If-Match", withdrawn.header("ETag")).put(address, OFFER).problem())
        .isEqualTo("conflict");
    nights.run("2010-11-17");
    assertThat(feed("2010-11-17", "partners")).doesNotContain(id);
    assertThat(feed("2010-11-17", "changes")).contains("UPDATED");
    assertThat(
            server
                .sql()
                .sql("SELECT count(*) FROM offer WHERE offer_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    assertThat(server.program().get("/api/v1/audit").text())
        .contains("CREATE_OFFER", "CHANGE_OFFER", "WITHDRAW_OFFER");
  }

  @Test
  void createsOnceForAKey() {
    Requests other = server.partner("P-2").with("Idempotency-Key", "once");
    String offers = "/api/v1/partners/P-2/offers";
    String offer = OFFER.replace("\"ERP\",", "");

    Answer first = other.post(offers, offer);
    Answer second = other.post(offers, offer);

    assertThat(second.status()).as(second.toString()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(server.partner("P-2").get(offers).json().path("items").size()).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoOffer() {
    assertRefused("invalid-request", OFFER.replace("Gestionale", "x".repeat(121)));
    assertRefused("invalid-request", OFFER.replace("Su misura", "x".repeat(4_001)));
    assertRefused("invalid-request", OFFER.replace("[\"TO\",\"MI\"]", "[]"));
    assertRefused("invalid-request", OFFER.replace("[\"TO\",\"MI\"]", "[null]"));
    assertRefused("rule-violated", OFFER.replace("\"TO\"", "\"XX\""));
    assertRefused("rule-violated", OFFER.replace("\"TO\"", "\"ALL\""));
    assertRefused("rule-violated", OFFER.replace("\"CRM\"", "\"HOSTING\""));
    assertRefused("rule-violated", OFFER.replace("\"CRM\"", "\"NO_SUCH\""));
    assertRefused("rule-violated", OFFER.replace("\"textIt\":\"Su misura\",", ""));
    assertRefused("unreadable-body", OFFER.replace("titleIt", "titolo"));
    assertThat(server.partner("P-9").post("/api/v1/partners/P-9/offers", OFFER).problem())
        .isEqualTo("not-found");
  }

  private static void assertRefused(String problem, String offer) {
    Answer answer = partner.post(OWN, offer);
    assertThat(answer.problem()).as(offer + answer).isEqualTo(problem);
  }

  @Test
  void listsInPagesAndShowsNobodyElses() {
    String first = server.partner("P-3").post(MORE, OFFER).json().path("offerId").asString();
    String second = server.partner("P-3").post(MORE, OFFER).json().path("offerId").asString();
    String after = "";
    List<String> seen = new ArrayList<>();
    do {
      JsonNode page = server.program().get(MORE + "?limit=1" + after).json();
      page.path("items").forEach(item -> seen.add(item.path("offerId").asString()));
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());

    assertThat(seen).isSorted().containsSubsequence(first, second).doesNotHaveDuplicates();
    Requests other = server.partner("P-2");
    assertThat(other.get(MORE + "/" + first).status()).isEqualTo(404);
    assertThat(other.get("/api/v1/partners/P-2/offers/" + first).status()).isEqualTo(404);
    assertThat(
            other.with("If-Match", "\"1\"").delete("/api/v1/partners/P-2/offers/" + first).status())
        .isEqualTo(404);
  }

  private static String feed(String date, String file) throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(
                server.folder().resolve("feed/" + date + "/" + file + ".ndjson.gz")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
