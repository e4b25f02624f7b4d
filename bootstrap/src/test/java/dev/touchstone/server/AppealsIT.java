package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Appeals from the partner's word to the program's ruling, and what the nights make of it. */
class AppealsIT {

  private static final String ALL = "/api/v1/appeals";

  private static ServerFixture server;
  private static Nightwatch nights;

  @BeforeAll
  static void runANight() {
    server = ServerFixture.start();
    nights = new Nightwatch(server);
    StringBuilder partners = new StringBuilder("partner_id,name,registered_on\n");
    for (int i = 1; i <= 5; i++) {
      partners.append("P-%d,Partner %d,2009-01-01\n".formatted(i, i));
    }
    nights.write("partners/p.csv", partners.toString());
    nights.run("2010-11-15");
    nights.write(
        "enrollments/e.csv",
        """
        partner_id,specialization,kind,from
        P-1,CRM,TOOLKIT,2010-11-01
        """);
    nights.run("2010-11-16");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void decidesOnceMoreByWhatBecameKnown() {
    Answer filed = file("P-1", appeal("2010-11-15", "SUBSCRIBER", "toolkits"));
    assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
    String id = filed.json().path("appealId").asString();
    assertThat(filed.header("Location")).isEqualTo(own("P-1") + "/" + id);
    assertThat(filed.json().path("state").asString()).isEqualTo("OPEN");
    assertThat(filed.json().path("before").path("held").asString()).isEqualTo("REGISTERED");
    assertThat(filed.json().has("after")).isFalse();
    assertThat(file("P-1", appeal("2010-11-15", "SUBSCRIBER", "toolkits")).problem())
        .isEqualTo("conflict");

    Answer accepted = rule(id, filed, "acceptance", "{\"reason\":\"It came a day late\"}");

    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    JsonNode appeal = accepted.json();
    assertThat(appeal.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(appeal.path("reason").asString()).isEqualTo("It came a day late");
    assertThat(appeal.path("before").path("finding").path("met").asBoolean()).isFalse();
    assertThat(appeal.path("after").path("earned").asString()).isEqualTo("SUBSCRIBER");
    assertThat(appeal.path("after").path("held").asString()).isEqualTo("SUBSCRIBER");
    assertThat(appeal.path("after").path("finding").path("met").asBoolean()).isTrue();
    assertThat(appeal.path("changed").asBoolean()).isTrue();
    assertThat(appeal.has("waiverId")).isFalse();
    assertThat(server.partner("P-1").get(own("P-1") + "/" + id).json()).isEqualTo(appeal);
    assertThat(held("P-1", "2010-11-15")).isEqualTo("REGISTERED");
    assertThat(nights.verify("2010-11-15")).isEmpty();
    assertThat(rule(id, accepted, "rejection", "{\"reason\":\"no\"}").problem())
        .isEqualTo("conflict");
    assertThatThrownBy(() -> server.sql().sql("DELETE FROM redecision").update())
        .hasMessageContaining("only ever added");
  }

  @Test
  void saysWhereNothingChanges() {
    Answer filed = file("P-4", appeal("2010-11-15", "GOLD", "references"));
    Answer accepted =
        rule(idOf(filed), filed, "acceptance", "{\"reason\":\"Looked at once more\"}");

    assertThat(accepted.json().path("changed").asBoolean(true)).isFalse();
    assertThat(accepted.json().path("after")).isEqualTo(accepted.json().path("before"));
  }

  @Test
  void waivesTheCriterionForThePartnerFromTheDateOn() {
    Answer filed = file("P-2", appeal("2010-11-16", "SUBSCRIBER", "toolkits"));
    String id = idOf(filed);
    assertThat(
            rule(id, filed, "acceptance", "{\"reason\":\"r\",\"waiveUntil\":\"2010-11-16\"}")
                .problem())
        .isEqualTo("rule-violated");

    Answer accepted =
        rule(
            id,
            filed,
            "acceptance",
            "{\"reason\":\"Toolkits move\",\"waiveUntil\":\"2010-11-20\"}");

    JsonNode appeal = accepted.json();
    assertThat(appeal.path("after").path("earned").asString()).isEqualTo("REGISTERED");
    assertThat(appeal.path("after").path("withWaivers").asString()).isEqualTo("SUBSCRIBER");
    assertThat(appeal.path("after").path("held").asString()).isEqualTo("SUBSCRIBER");
    assertThat(appeal.path("changed").asBoolean()).isTrue();
    assertThat(appeal.path("waiverId").asString()).isNotEmpty();
    assertThat(held("P-2", "2010-11-16")).isEqualTo("REGISTERED");
    assertThat(nights.verify("2010-11-16")).isEmpty();

    nights.run("2010-11-18");
    JsonNode standing = server.partner("P-2").get("/api/v1/partners/P-2/standing").json();
    assertThat(standing.path("held").asString()).isEqualTo("SUBSCRIBER");
    assertThat(standing.path("since").asString()).isEqualTo("2010-11-16");
    assertThat(server.partner("P-2").get("/api/v1/partners/P-2/explanation").text())
        .contains("Appeal " + id + ": Toolkits move");
    for (String date : List.of("2010-11-15", "2010-11-16", "2010-11-18")) {
      assertThat(nights.verify(date)).as(date).isEmpty();
    }

    // A second waiver for the same days is not granted, and the appeal stays open.
    Answer again = file("P-2", appeal("2010-11-16", "SUBSCRIBER", "toolkits"));
    assertThat(
            rule(
                    idOf(again),
                    again,
                    "acceptance",
                    "{\"reason\":\"r\",\"waiveUntil\":\"2010-12-01\"}")
                .text())
        .contains("lets SUBSCRIBER.toolkits pass for partner P-2 already");
    assertThat(server.program().get(ALL + "/" + idOf(again)).json().path("state").asString())
        .isEqualTo("OPEN");
  }

  @Test
  void isRejectedWithAReasonOrTakenBack() {
    Answer filed = file("P-3", appeal("2010-11-15", "SILVER", "references"));
    String id = idOf(filed);
    assertThat(rule(id, filed, "rejection", "{}").problem()).isEqualTo("invalid-request");
    assertThat(server.program().post(ALL + "/" + id + "/rejection", "{\"reason\":\"r\"}").status())
        .isEqualTo(428);
    assertThat(
            server
                .program()
                .with("If-Match", "\"7\"")
                .post(ALL + "/" + id + "/rejection", "{\"reason\":\"r\"}")
                .status())
        .isEqualTo(412);
    JsonNode rejected = rule(id, filed, "rejection", "{\"reason\":\"None was signed\"}").json();
    assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
    assertThat(rejected.path("reason").asString()).isEqualTo("None was signed");

    Answer another = file("P-3", appeal("2010-11-15", "SILVER", "references"));
    Requests partner = server.partner("P-3").with("If-Match", another.header("ETag"));
    Answer withdrawn = partner.send("POST", own("P-3") + "/" + idOf(another) + "/withdrawal", null);
    assertThat(withdrawn.json().path("state").asString()).isEqualTo("WITHDRAWN");
    JsonNode own = server.partner("P-3").get(own("P-3")).json().path("items");
    assertThat(own.path(0).path("appealId").asString()).isEqualTo(idOf(another));
    assertThat(own.path(1).path("appealId").asString()).isEqualTo(id);
    assertThat(server.program().get("/api/v1/audit?limit=500").text())
        .contains("FILE_APPEAL", "REJECT_APPEAL", "WITHDRAW_APPEAL", "appeal/" + id);
  }

  @Test
  void refusesWhatCannotBeAppealedAgainst() {
    assertThat(file("P-1", appeal("2010-11-16", "SUBSCRIBER", "toolkits")).text())
        .contains("SUBSCRIBER.toolkits was met");
    assertThat(file("P-3", appeal("2010-11-15", "SUBSCRIBER", "survey")).text())
        .contains("has no finding on SUBSCRIBER.survey");
    assertThat(file("P-3", appeal("2010-11-14", "SUBSCRIBER", "toolkits")).text())
        .contains("There is no complete night of 2010-11-14");
    assertThat(file("P-3", appeal("2010-11-15", "SUBSCRIBER", "tools")).problem())
        .isEqualTo("invalid-request");
    assertThat(file("P-9", appeal("2010-11-15", "SUBSCRIBER", "toolkits")).problem())
        .isEqualTo("not-found");
    assertThat(
            file(
                    "P-3",
                    appeal("2010-11-15", "GOLD", "survey").replace("is wrong", "x".repeat(4_000)))
                .problem())
        .isEqualTo("invalid-request");
    assertThat(
            file("P-3", appeal("2010-11-15", "GOLD", "survey").replace("2010", "+999999999"))
                .problem())
        .isIn("invalid-request", "unreadable-body");
  }

  @Test
  void showsTheProgramTheOldestOpenOnesFirst() {
    Answer closed = file("P-5", appeal("2010-11-15", "GOLD", "survey"));
    rule(idOf(closed), closed, "rejection", "{\"reason\":\"r\"}");
    String older = idOf(file("P-5", appeal("2010-11-15", "GOLD", "references")));
    String newer = idOf(file("P-5", appeal("2010-11-15", "GOLD", "certifiedPeople")));

    List<String> all = ids(ALL + "?limit=500");
    assertThat(all).containsSubsequence(older, newer, idOf(closed));
    assertThat(ids(ALL + "?state=OPEN&limit=500"))
        .containsSubsequence(older, newer)
        .doesNotContain(idOf(closed));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = server.program().get(ALL + "?limit=2" + after).json();
      page.path("items").forEach(item -> paged.add(item.path("appealId").asString()));
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    assertThat(paged).isEqualTo(all);
    assertThat(server.program().get(ALL + "?state=open").problem()).isEqualTo("invalid-request");
    assertThat(server.partner("P-1").get(own("P-1") + "/" + older).status()).isEqualTo(404);
    assertThat(
            server
                .partner("P-1")
                .with("If-Match", "\"1\"")
                .send("POST", own("P-1") + "/" + older + "/withdrawal", null)
                .status())
        .isEqualTo(404);
  }

  private static List<String> ids(String path) {
    List<String> ids = new ArrayList<>();
    server
        .program()
        .get(path)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("appealId").asString()));
    return ids;
  }

  private static Answer file(String partner, String appeal) {
    return server.partner(partner).post(own(partner), appeal);
  }

  private static Answer rule(String id, Answer as, String ruling, String body) {
    return server
        .program()
        .with("If-Match", as.header("ETag"))
        .post(ALL + "/" + id + "/" + ruling, body);
  }

  private static String own(String partner) {
    return "/api/v1/partners/" + partner + "/appeals";
  }

  private static String idOf(Answer appeal) {
    return appeal.json().path("appealId").asString();
  }

  private static String appeal(String date, String tier, String criterion) {
    return "{\"date\":\"%s\",\"tier\":\"%s\",\"criterion\":\"%s\",\"evidence\":\"it is wrong\"}"
        .formatted(date, tier, criterion);
  }

  private static String held(String partner, String date) {
    return server
        .partner(partner)
        .get("/api/v1/partners/" + partner + "/standing?date=" + date)
        .json()
        .path("held")
        .asString();
  }
}
