package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a partner is told about itself after three nights. */
class StandingIT {

  private static final String OWN = "/api/v1/partners/P-1";

  private static ServerFixture server;
  private static Requests partner;

  @BeforeAll
  static void runThreeNights() {
    server = ServerFixture.start();
    partner = server.partner("P-1");
    assertThat(partner.get(OWN + "/standing").problem()).isEqualTo("not-found");
    assertThat(partner.get(OWN + "/standing").text()).contains("No night is complete yet");
    assertThat(partner.get(OWN + "/history").text()).contains("No night is complete yet");
    assertThat(partner.get(OWN + "/decision?date=2010-11-15").text())
        .contains("No night is complete yet");

    Nightwatch nights = new Nightwatch(server);
    nights.write(
        "partners/p.csv",
        """
        partner_id,name,registered_on
        P-1,Uno,2009-01-01
        P-2,Due,2009-01-01
        """);
    nights.write(
        "enrollments/e.csv",
        """
        partner_id,specialization,kind,from,to
        P-1,CRM,TOOLKIT,2010-01-01,2010-11-16
        P-1,CRM,COMPETENCY,2010-01-01,
        P-1,ERP,COMPETENCY,2010-01-01,
        P-2,CRM,TOOLKIT,2010-01-01,
        """);
    nights.write(
        "certifications/c.csv",
        """
        certificate_id,person_id,person_name,partner_id,certification_code,awarded_on
        C-1,E-1,Anna Verdi,P-1,TC-109,2010-01-01
        """);
    addResponses("P-1", 6);
    addResponses("P-2", 4);
    nights.run("2010-11-15");
    nights.run("2010-11-16");
    nights.run("2010-11-18");
  }

  /** Responses as an upload would leave them, one a day up to 6 November. */
  private static void addResponses(String of, int count) {
    for (int i = 1; i <= count; i++) {
      server
          .sql()
          .sql(
              """
              INSERT INTO survey_response (vendor, response_id, partner_id, answered_on,
                customer_name, satisfaction, recommend, respondent_email, comment, business_date,
                file_id, recorded_at)
              VALUES ('doxa', :id, :partner, DATE '2010-11-01' + CAST(:i AS integer), :customer,
                :satisfaction, :recommend, 'segreta@cliente.example', 'un commento', '2010-11-15',
                0, TIMESTAMPTZ '2010-11-15 12:00:00+00')
              """)
          .param("id", of + "-" + i)
          .param("partner", of)
          .param("i", i - 1)
          .param("customer", "Cliente " + i)
          .param("satisfaction", 4 + i)
          .param("recommend", i <= 4 ? i : null, java.sql.Types.INTEGER)
          .update();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsWhatTheLatestNightLeft() {
    Answer answer = partner.get(OWN + "/standing");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode standing = answer.json();
    assertThat(standing.toString())
        .isEqualTo(
            "{\"partnerId\":\"P-1\",\"businessDate\":\"2010-11-18\",\"run\":1,"
                + "\"policy\":{\"name\":\"partner-network\",\"version\":1},"
                + "\"earned\":\"REGISTERED\",\"held\":\"SUBSCRIBER\",\"displayed\":\"SUBSCRIBER\","
                + "\"legacy\":false,\"atRiskUntil\":\"2010-12-16\",\"since\":\"2010-10-30\"}");
    assertThat(server.program().get(OWN + "/standing").json()).isEqualTo(standing);
  }

  @Test
  void sendsNothingThatTheCallerHasAlready() {
    Answer first = partner.get(OWN + "/standing");
    assertThat(first.header("ETag")).isEqualTo("\"2010-11-18.1\"");
    assertThat(first.header("Cache-Control")).contains("no-cache", "private");

    Answer second = partner.with("If-None-Match", first.header("ETag")).get(OWN + "/standing");
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.bytes()).isEmpty();
    assertThat(partner.with("If-None-Match", "\"2010-11-17.1\"").get(OWN + "/standing").status())
        .isEqualTo(200);
  }

  @Test
  void tellsAnyDateByTheNightOrAnew() {
    JsonNode night = partner.get(OWN + "/standing?date=2010-11-15").json();
    assertThat(night.path("earned").asString()).isEqualTo("SUBSCRIBER");
    assertThat(night.path("run").asInt()).isEqualTo(1);

    Answer anew = partner.get(OWN + "/standing?date=2010-12-16");
    assertThat(anew.json().path("held").asString()).isEqualTo("REGISTERED");
    assertThat(anew.json().has("run")).isFalse();
    assertThat(anew.header("ETag")).isEmpty();
  }

  @Test
  void refusesDatesAndPartnersThatAreNone() {
    assertThat(partner.get(OWN + "/standing?date=2010-10-29").problem()).isEqualTo("rule-violated");
    assertThat(partner.get(OWN + "/decision?date=2010-10-29").text())
        .contains("No policy is in force on 2010-10-29");
    for (String beyond : List.of("date=%2B999999999-12-31", "date=-0001-01-01")) {
      assertThat(partner.get(OWN + "/standing?" + beyond).problem()).isEqualTo("invalid-request");
    }
    assertThat(partner.get(OWN + "/decision?knownAt=%2B1000000000-12-31T23:59:59Z").problem())
        .isEqualTo("invalid-request");
    for (String resource : List.of("standing", "decision", "explanation")) {
      Answer ahead = partner.get(OWN + "/" + resource + "?knownAt=2100-01-01T00:00:00Z");
      assertThat(ahead.status()).isEqualTo(400);
      assertThat(ahead.problem()).isEqualTo("invalid-request");
      assertThat(ahead.json().path("errors").toString())
          .contains("\"knownAt\"", "is a moment up to now");
    }
    Requests program = server.program();
    for (String resource : List.of("standing", "decision", "explanation", "survey-summary")) {
      for (String date : List.of("", "?date=2010-11-15", "?date=2010-11-17")) {
        Answer answer = program.get("/api/v1/partners/p-1/" + resource + date);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo("not-found");
        assertThat(answer.text()).contains("Ids are exact in case");
      }
    }
    assertThat(program.get("/api/v1/partners/p-1/history").problem()).isEqualTo("not-found");
    assertThat(partner.get(OWN + "/decision?knownAt=2010-01-01T00:00:00Z").problem())
        .isEqualTo("not-found");
  }

  @Test
  void showsTheDecisionWithItsFindings() {
    JsonNode decision = partner.get(OWN + "/decision?date=2010-11-15").json();

    assertThat(decision.path("earned").asString()).isEqualTo("SUBSCRIBER");
    assertThat(decision.path("numbers").toString())
        .isEqualTo(
            "{\"peopleCertified\":1,\"specializationsCovered\":1,\"referencesCounted\":0,"
                + "\"responsesCounted\":6,\"satisfactionSum\":45}");
    JsonNode silver = decision.path("findings").path(2);
    assertThat(silver.path("tier").asString()).isEqualTo("SILVER");
    JsonNode people = silver.path("findings").path(0);
    assertThat(people.path("criterion").asString()).isEqualTo("certifiedPeople");
    assertThat(people.path("met").asBoolean()).isFalse();
    assertThat(people.path("assignment").toString())
        .isEqualTo("[{\"specialization\":\"CRM\",\"person\":\"E-1\",\"certificate\":\"C-1\"}]");
    assertThat(people.path("bottleneck").path("specializations").toString()).isEqualTo("[\"ERP\"]");
    assertThat(decision.path("shortfall").path("next").asString()).isEqualTo("SILVER");
    assertThat(decision.path("competencies").toString()).isEqualTo("[\"CRM\"]");
    assertThat(
            partner
                .get(OWN + "/decision?date=2010-11-15&knownAt=" + Instant.now())
                .json()
                .has("run"))
        .isFalse();
  }

  @Test
  void explainsInWordsWithTheWayUpAndTheOutlook() {
    JsonNode explanation = partner.get(OWN + "/explanation").json();

    assertThat(explanation.path("sentences").toString())
        .contains(
            "P-1 on 2010-11-18 under partner-network version 1: earns REGISTERED",
            "At risk: falls to REGISTERED on 2010-12-16 unless the evidence recovers before.");
    assertThat(explanation.path("fallsTo").asString()).isEqualTo("REGISTERED");
    assertThat(explanation.path("path").path("next").asString()).isEqualTo("SUBSCRIBER");
    assertThat(explanation.path("path").path("steps").path(0).path("step").asString())
        .isEqualTo("GET_TOOLKIT");
    assertThat(explanation.path("outlook").path("criticalPeople").isArray()).isTrue();
  }

  @Test
  void listsWhatChangedNewestFirst() {
    JsonNode all = partner.get(OWN + "/history").json();
    assertThat(all.path("items").size()).isEqualTo(2);
    JsonNode newest = all.path("items").path(0);
    assertThat(newest.path("businessDate").asString()).isEqualTo("2010-11-16");
    assertThat(newest.path("reason").asString())
        .isEqualTo(
            "earns REGISTERED; at risk until 2010-12-16; no longer met: SUBSCRIBER.toolkits");
    assertThat(all.path("items").path(1).path("reason").asString())
        .isEqualTo("first decision: holds SUBSCRIBER");

    JsonNode first = partner.get(OWN + "/history?limit=1").json();
    assertThat(first.path("items").path(0)).isEqualTo(newest);
    JsonNode second =
        partner.get(OWN + "/history?limit=1&after=" + first.path("next").asString()).json();
    assertThat(second.path("items").path(0)).isEqualTo(all.path("items").path(1));
    assertThat(second.has("next")).isFalse();
    assertThat(partner.get(OWN + "/history?after=eHg").problem()).isEqualTo("invalid-request");
  }

  @Test
  void sumsTheSurveyUp() {
    JsonNode summary = partner.get(OWN + "/survey-summary").json();

    assertThat(summary.path("window").toString())
        .isEqualTo("{\"from\":\"2009-11-19\",\"to\":\"2010-11-18\"}");
    assertThat(summary.path("responses").asInt()).isEqualTo(6);
    assertThat(summary.path("satisfaction").toString())
        .isEqualTo(
            "{\"count\":6,\"sum\":45,\"mean\":\"7.50\",\"distribution\":{\"1\":0,\"2\":0,\"3\":0,"
                + "\"4\":0,\"5\":1,\"6\":1,\"7\":1,\"8\":1,\"9\":1,\"10\":1}}");
    // Only four of them said it.
    assertThat(summary.has("recommendation")).isFalse();
  }

  @Test
  void tellsNoScoreThatTheDifferenceOfTwoDatesWouldBe() {
    JsonNode summary = partner.get(OWN + "/survey-summary?date=2010-11-05").json();
    assertThat(summary.path("responses").asInt()).isEqualTo(5);
    assertThat(summary.has("satisfaction")).isFalse();
    for (String resource : List.of("decision", "explanation")) {
      String answer = partner.get(OWN + "/" + resource + "?date=2010-11-05").text();
      assertThat(answer)
          .contains("2010-11-05")
          .doesNotContain("satisfactionSum", "\"mean\"", ", mean ");
    }
    assertThat(partner.get(OWN + "/decision?date=2010-11-05").text())
        .contains("\"responses\":5,\"toldResponses\":0,");
  }

  @Test
  void tellsTheProgramAllScoresAndNobodyWhoGaveThem() {
    Requests program = server.program();
    JsonNode summary = program.get("/api/v1/partners/P-2/survey-summary").json();
    assertThat(summary.path("satisfaction").path("sum").asInt()).isEqualTo(26);
    JsonNode decision = program.get("/api/v1/partners/P-2/decision").json();
    assertThat(decision.path("numbers").path("satisfactionSum").asInt()).isEqualTo(26);
    assertThat(decision.toString())
        .contains("\"toldResponses\":4,\"satisfactionSum\":26,\"mean\":\"6.50\"")
        .doesNotContain("P-2-1");
    assertThat(program.get("/api/v1/partners/P-2/explanation").text())
        .contains("survey: 4 of 10 responses, mean 6.50 of 7.0")
        .doesNotContain("P-2-1");
  }

  @Test
  void tellsOfFewResponsesOnlyHowManyTheyAre() {
    Requests other = server.partner("P-2");
    JsonNode summary = other.get("/api/v1/partners/P-2/survey-summary").json();
    assertThat(summary.path("responses").asInt()).isEqualTo(4);
    assertThat(summary.has("satisfaction")).isFalse();
    assertThat(summary.has("recommendation")).isFalse();

    JsonNode decision = other.get("/api/v1/partners/P-2/decision").json();
    assertThat(decision.path("numbers").path("responsesCounted").asInt()).isEqualTo(4);
    assertThat(decision.path("numbers").has("satisfactionSum")).isFalse();
    assertThat(decision.toString()).doesNotContain("satisfactionSum", "\"mean\"");
    JsonNode explanation = other.get("/api/v1/partners/P-2/explanation").json();
    assertThat(explanation.path("sentences").toString())
        .contains("survey: 4 of 10 responses, a mean of 7.0 demanded")
        .doesNotContain(", mean ");
    assertThat(explanation.toString()).doesNotContain("satisfactionSum");
  }

  @Test
  void namesNobodyWhoAnswered() {
    for (String resource : List.of("survey-summary", "decision", "explanation", "history")) {
      for (String of : List.of("P-1", "P-2")) {
        JsonNode answer = server.partner(of).get("/api/v1/partners/" + of + "/" + resource).json();
        List<String> words = new ArrayList<>();
        collect(answer, words);
        assertThat(words)
            .isNotEmpty()
            .noneMatch(word -> word.matches("(?is).*(cliente|@|commento|doxa|P-\\d-\\d).*"))
            .noneMatch(word -> word.matches("(?i).*(customer_?name|respondent|comment|e-?mail).*"));
      }
    }
  }

  /** All names and values of an answer, however deep. */
  private static void collect(JsonNode node, List<String> words) {
    node.properties()
        .forEach(
            property -> {
              words.add(property.getKey());
              collect(property.getValue(), words);
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, words));
    } else if (node.isValueNode()) {
      words.add(node.asString());
    }
  }
}
