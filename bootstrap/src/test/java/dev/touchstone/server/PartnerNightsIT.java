package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.domain.time.ProgramDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners change by day is what the nights see. */
class PartnerNightsIT {

  private static final String PARTNERS = "/api/v1/partners";
  private static final String HEADER =
      "certificate_id,person_id,person_name,person_email,partner_id,certification_code,awarded_on\n";

  private ServerFixture server;
  private LocalDate today;

  @BeforeEach
  void registerASilverPartner() {
    server = ServerFixture.start();
    today = ProgramDays.today(server.bean(Clock.class));
    for (String id : List.of("P-1", "P-2")) {
      created(
          server
              .program()
              .post(
                  PARTNERS,
                  """
                  {"partnerId": "%s", "name": "%s", "registeredOn": "2020-01-01"}
                  """
                      .formatted(id, id)));
    }
    write(
        "enrollments/a.csv",
        "partner_id,specialization,kind,from\n"
            + "P-1,CRM,TOOLKIT,2020-01-01\n"
            + "P-1,CRM,COMPETENCY,2020-01-01\n"
            + "P-1,ERP,COMPETENCY,2020-01-01\n");
    write(
        "certifications/a.csv",
        HEADER
            + "C-1,H-1,Anna Bianchi,anna@one.example,P-1,TC-109,2020-01-01\n"
            + "C-2,H-2,Bruno Neri,,P-1,TC-121,2020-01-01\n");
    write(
        "references/a.csv",
        "reference_id,partner_id,specialization,customer_name,requested_on,signed_on\n"
            + "R-1,P-1,CRM,Uno,2020-01-01,2020-01-02\n"
            + "R-2,P-1,CRM,Due,2020-01-01,2020-01-02\n"
            + "R-3,P-1,ERP,Tre,2020-01-01,2020-01-02\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aLeaverNoLongerCounts() {
    NightRun.Completed first = night(today);
    assertThat(standing(today)).isEqualTo("SILVER SILVER");
    assertThat(people(""))
        .containsExactly("H-1 anna@one.example TC-109 CRM", "H-2 null TC-121 ERP");

    Answer departure = server.partner("P-1").post(departureOf("H-2"), "{}");
    assertThat(departure.status()).as(departure.toString()).isEqualTo(201);
    assertThat(departure.header("Location")).endsWith(departureOf("H-2"));
    assertThat(server.partner("P-1").post(departureOf("H-2"), "{}").problem())
        .isEqualTo("conflict");
    assertThat(server.partner("P-2").post(departureOf("H-2"), "{}").problem())
        .as("another's person by the own path is another's path")
        .isEqualTo("not-found");
    assertThat(people("")).containsExactly("H-1 anna@one.example TC-109 CRM");
    assertThat(people("?date=" + today.minusDays(1))).hasSize(2);

    // The file goes on naming the partner.
    write("certifications/b.csv", HEADER + "C-2,H-2,Bruno Neri,,P-1,TC-121,2020-01-01\n");
    NightRun.Completed second = night(today.plusDays(1));
    assertThat(standing(today.plusDays(1))).isEqualTo("SUBSCRIBER SILVER at risk");
    assertThat(people("?date=" + today.plusDays(1))).hasSize(1);

    // Taken back on its day it was never made, for the nights to come.
    Answer stands = server.partner("P-1").get(departureOf("H-2"));
    assertThat(stands.json().path("leftOn").asString()).isEqualTo(today.toString());
    Requests onVersion = server.partner("P-1").with("If-Match", stands.header("ETag"));
    assertThat(server.partner("P-1").delete(departureOf("H-2")).status()).isEqualTo(428);
    assertThat(onVersion.delete(departureOf("H-2")).status()).isEqualTo(204);
    assertThat(onVersion.delete(departureOf("H-2")).problem()).isEqualTo("not-found");
    night(today.plusDays(2));
    assertThat(standing(today.plusDays(2))).isEqualTo("SILVER SILVER");

    // Reported again, then a file names another partner.
    server.partner("P-1").post(departureOf("H-2"), "{}");
    write("certifications/c.csv", HEADER + "C-2,H-2,Bruno Neri,,P-2,TC-121,2020-01-01\n");
    night(today.plusDays(3));
    assertThat(standing(today.plusDays(3))).isEqualTo("SUBSCRIBER SILVER at risk");
    assertThat(
            server
                .partner("P-2")
                .get(PARTNERS + "/P-2/people?date=" + today.plusDays(3))
                .json()
                .path("items")
                .path(0)
                .path("personId")
                .asString())
        .isEqualTo("H-2");
    for (NightRun.Completed night : List.of(first, second)) {
      assertThat(
              server
                  .bean(VerifyNightUseCase.class)
                  .verify(server.bean(Nights.class).getNight(night.night().id()))
                  .differences())
          .as("what " + night.night().id() + " knew has not changed")
          .isEmpty();
    }
  }

  @Test
  void aHiddenPartnerLeavesTheFeed() {
    night(today);
    assertThat(feed(today, "partners")).hasSize(2);

    hide(true);
    night(today.plusDays(1));
    assertThat(feed(today.plusDays(1), "partners")).singleElement().asString().contains("P-2");
    assertThat(feed(today.plusDays(1), "changes"))
        .singleElement()
        .asString()
        .contains("\"partnerId\":\"P-1\"", "\"change\":\"REMOVED\"");
    assertThat(standing(today.plusDays(1))).as("it stands all the same").startsWith("SILVER");

    hide(false);
    night(today.plusDays(2));
    assertThat(feed(today.plusDays(2), "changes"))
        .singleElement()
        .asString()
        .contains("\"partnerId\":\"P-1\"", "\"change\":\"ADDED\"");
  }

  private void hide(boolean hidden) {
    Requests partner = server.partner("P-1");
    String etag = partner.get(PARTNERS + "/P-1").header("ETag");
    Answer answer =
        partner
            .with("If-Match", etag)
            .put(PARTNERS + "/P-1", "{\"name\":\"P-1\",\"hidden\":%s}".formatted(hidden));
    assertThat(answer.json().path("hidden").asBoolean()).as(answer.toString()).isEqualTo(hidden);
  }

  private static void created(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private static String departureOf(String person) {
    return PARTNERS + "/P-1/people/" + person + "/departure";
  }

  private List<String> people(String query) {
    List<String> people = new ArrayList<>();
    server
        .partner("P-1")
        .get(PARTNERS + "/P-1/people" + query)
        .json()
        .path("items")
        .forEach(
            person -> {
              var certification = person.path("certifications").path(0);
              assertThat(certification.path("valid").asBoolean()).isTrue();
              people.add(
                  String.join(
                      " ",
                      person.path("personId").asString(),
                      person.path("email").asString("null"),
                      certification.path("code").asString(),
                      certification.path("acceptedBy").path(0).asString()));
            });
    return people;
  }

  private NightRun.Completed night(LocalDate date) {
    NightRun run =
        server
            .bean(NightLauncher.class)
            .run(
                new NightRequest(
                    date,
                    server.folder().resolve("inbox"),
                    server.folder().resolve("feed"),
                    false,
                    false,
                    false,
                    false,
                    ServerFixture.NIGHTWATCH));
    assertThat(run).isInstanceOf(NightRun.Completed.class);
    return (NightRun.Completed) run;
  }

  private String standing(LocalDate date) {
    return server
        .sql()
        .sql(
            """
            SELECT concat_ws(' ', earned, held,
              CASE WHEN at_risk_until IS NOT NULL THEN 'at risk' END)
            FROM standings_after(:date, 1) WHERE partner_id = 'P-1'
            """)
        .param("date", date)
        .query(String.class)
        .single();
  }

  private void write(String path, String content) {
    try {
      Path file = server.folder().resolve("inbox").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> feed(LocalDate date, String name) {
    Path file =
        server.folder().resolve("feed").resolve(date.toString()).resolve(name + ".ndjson.gz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
