package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.whatif.port.in.InterruptWhatIfsUseCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Policies, trials and waivers over HTTP, after a first night with twenty partners. */
class ProgramDeskIT {

  private static final String POLICIES = "/api/v1/policies";
  private static final String WHAT_IFS = "/api/v1/what-ifs";
  private static final String WAIVERS = "/api/v1/waivers";

  private static final String CANDIDATE =
      """
      policy: partner-network
      version: %d
      effectiveFrom: %s
      tiers:
        REGISTERED: []
        SUBSCRIBER:
          - toolkits: {atLeast: 2}
        SILVER:
          - references: {atLeast: 3}
        GOLD:
          - references: {atLeast: 5}
      """;

  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
    ProgramNights nights = new ProgramNights(server);
    nights.writeTwentySubscribers();
    nights.run("2010-11-15");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsAPolicyAsARecordAndAsItWasRegistered() {
    Answer record = server.program().get(POLICIES + "/partner-network/1");
    assertThat(record.header("ETag")).isEqualTo("\"1\"");
    assertThat(record.json().path("state").asString()).isEqualTo("IN_FORCE");
    assertThat(record.json().path("tiers").path(3).path("criteria").path(2).toString())
        .contains("\"kind\":\"survey\"", "\"window\":\"P12M\"");

    Answer yaml =
        server.program().with("Accept", "application/yaml").get(POLICIES + "/partner-network/1");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.text()).contains("policy: partner-network\n");
    assertThat(server.program().get(POLICIES + "/partner-network/99").status()).isEqualTo(404);
  }

  @Test
  void registersAPolicyOnceAndTakesItBack() {
    String text = CANDIDATE.formatted(40, "2040-01-01");
    assertThat(yaml(POLICIES + "?validateOnly=true", text).json().path("verdict").asString())
        .isEqualTo("FITS");
    assertThat(server.program().get(POLICIES + "/partner-network/40").status()).isEqualTo(404);

    Answer registered = yaml(POLICIES, text);

    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.header("Location")).isEqualTo(POLICIES + "/partner-network/40");
    assertThat(yaml(POLICIES, text).status()).isEqualTo(200);
    assertThat(lastActionOn("policy/partner-network/40")).isEqualTo("REGISTER_POLICY");

    String retirement = POLICIES + "/partner-network/40/retirement";
    assertThat(server.program().post(retirement, null).status()).isEqualTo(428);
    assertThat(server.program().with("If-Match", "\"7\"").post(retirement, null).status())
        .isEqualTo(412);
    Answer retired = server.program().with("If-Match", "\"1\"").post(retirement, null);
    assertThat(retired.json().path("state").asString()).isEqualTo("RETIRED");
    assertThat(retired.header("ETag")).isEqualTo("\"2\"");
    assertThat(server.program().with("If-Match", "\"2\"").post(retirement, null).status())
        .isEqualTo(409);
    assertThat(lastActionOn("policy/partner-network/40")).isEqualTo("RETIRE_POLICY");
  }

  @Test
  void saysWhereAPolicyIsWrong() {
    Answer unknownKey = yaml(POLICIES, CANDIDATE.formatted(41, "2041-01-01") + "colour: red\n");
    assertThat(unknownKey.status()).isEqualTo(400);
    assertThat(unknownKey.json().path("errors").path(0).path("field").asString())
        .isEqualTo("colour");
    assertThat(unknownKey.json().path("detail").asString())
        .startsWith("policy, line 12, key colour: ");

    Answer past = yaml(POLICIES, CANDIDATE.formatted(41, "2010-11-01"));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.json().path("errors").path(0).path("field").asString())
        .isEqualTo("effectiveFrom");
  }

  @Test
  void refusesHostileYaml() {
    for (String text :
        List.of(
            "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
            "policy: " + "[".repeat(1_000) + "]".repeat(1_000) + "\n",
            "policy: !!javax.script.ScriptEngineManager [x]\n",
            CANDIDATE.formatted(42, "2042-01-01").replace("atLeast: 2", "atLeast: 1e999999999"),
            "",
            "\0")) {
      Answer answer = yaml(POLICIES, text);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.json().path("detail").asString()).startsWith("policy");
    }
    assertThat(yaml(POLICIES, "# " + "x".repeat(256 * 1024)).status()).isEqualTo(413);
    assertThat(server.program().post(POLICIES, "{}").status()).isEqualTo(415);
    assertThat(yaml(WAIVERS, "reason: YAML is for policies alone\n").status()).isEqualTo(415);
  }

  @Test
  void triesACandidateOnAllPartners() {
    Answer started = yaml(WHAT_IFS + "?date=2010-11-15", CANDIDATE.formatted(50, "2010-10-30"));
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String path = started.header("Location");

    JsonNode done = awaitEnd(path);

    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.path("figures").path("partners").asLong()).isEqualTo(20);
    assertThat(done.path("figures").path("displayed").toString())
        .contains("{\"from\":\"SUBSCRIBER\",\"to\":\"REGISTERED\",\"partners\":20}");
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          server
              .program()
              .get(
                  path
                      + "/partners?changed=true&limit=7"
                      + (after.isEmpty() ? "" : "&after=" + after))
              .json();
      page.path("items").forEach(item -> ids.add(item.path("partnerId").asString()));
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    assertThat(ids).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(server.program().get(path + "/partners.csv").text().lines())
        .hasSize(21)
        .first()
        .isEqualTo("partner_id,earned_now,earned_then,displayed_now,displayed_then,reason");
    Answer svg = server.program().get(path + "/moves.svg");
    assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg.text()).startsWith("<svg");
    assertThat(server.program().get(WHAT_IFS + "?limit=1").json().path("items").path(0))
        .isEqualTo(done);
  }

  @Test
  void triesARegisteredPolicyOnceForOneKey() {
    String body = "{\"policy\":\"partner-network\",\"version\":1}";
    Requests keyed = server.program().with("Idempotency-Key", "what-if-1");
    Answer first = keyed.post(WHAT_IFS, body);
    assertThat(first.status()).as(first.toString()).isEqualTo(202);
    assertThat(keyed.post(WHAT_IFS, body).header("Location")).isEqualTo(first.header("Location"));

    JsonNode done = awaitEnd(first.header("Location"));

    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.path("date").asString()).isEqualTo("2010-11-15");
    assertThat(
            server
                .program()
                .get(first.header("Location") + "/partners?changed=true")
                .json()
                .path("items"))
        .isEmpty();
  }

  @Test
  void saysWhyATrialFailedOrWasInterrupted() {
    String fewerTiers =
        """
        policy: partner-network
        version: 60
        effectiveFrom: 2010-11-01
        tiers:
          REGISTERED: []
        """;
    JsonNode failed = awaitEnd(yaml(WHAT_IFS, fewerTiers).header("Location"));
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("reason").asString()).startsWith("policy, line 5, key tiers: ");
    String path = WHAT_IFS + "/" + failed.path("id").asString();
    assertThat(server.program().get(path + "/partners").status()).isEqualTo(409);

    server
        .sql()
        .sql(
            """
            UPDATE what_if SET state = 'RUNNING', ended_at = NULL, reason = NULL
            WHERE what_if_id = :id
            """)
        .param("id", Long.valueOf(failed.path("id").asString()))
        .update();
    server.bean(InterruptWhatIfsUseCase.class).interruptWhatIfs();
    assertThat(server.program().get(path).json().path("state").asString())
        .as("its server lives")
        .isEqualTo("RUNNING");
    server
        .sql()
        .sql("UPDATE what_if SET owner = 0 WHERE what_if_id = :id")
        .param("id", Long.valueOf(failed.path("id").asString()))
        .update();
    server.bean(InterruptWhatIfsUseCase.class).interruptWhatIfs();
    assertThat(server.program().get(path).json().path("state").asString()).isEqualTo("INTERRUPTED");
  }

  @Test
  void letsOnlySoManyTrialsWait() {
    awaitEnd(
        server
            .program()
            .post(WHAT_IFS, "{\"policy\":\"partner-network\",\"version\":1}")
            .header("Location"));
    server
        .sql()
        .sql(
            """
            INSERT INTO what_if (candidate, candidate_version, business_date, known_at,
              requested_by, requested_at, state, owner)
            SELECT 'waiting', n, '2010-11-15', now(), 'anna', now(), 'RUNNING',
              (SELECT max(owner) FROM what_if)
            FROM generate_series(1, 11) n
            """)
        .update();
    try {
      Answer answer =
          server.program().post(WHAT_IFS, "{\"policy\":\"partner-network\",\"version\":1}");
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isNotEmpty();
    } finally {
      server.sql().sql("DELETE FROM what_if WHERE candidate = 'waiting'").update();
    }
  }

  @Test
  void grantsAndEndsAWaiver() {
    String body =
        """
        {"partner":"P-01","criterion":"GOLD.survey","reason":"A new vendor",
         "from":"2010-11-01","to":"2011-02-01"}
        """;
    Answer granted = server.program().post(WAIVERS, body);
    assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    String path = granted.header("Location");
    assertThat(granted.json().path("author").asString()).isEqualTo("program");
    assertThat(server.program().get(path).header("ETag")).isEqualTo("\"1\"");
    assertThat(server.program().get(WAIVERS + "?on=2010-11-15").json().path("items")).hasSize(1);
    assertThat(server.program().get(WAIVERS + "?on=2011-02-01").json().path("items")).isEmpty();
    Answer twice = server.program().post(WAIVERS, body);
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.json().path("detail").asString()).contains("already");

    String ending = "{\"on\":\"2010-12-01\",\"reason\":\"No need any more\"}";
    assertThat(server.program().post(path + "/end", ending).status()).isEqualTo(428);
    assertThat(server.program().with("If-Match", "\"2\"").post(path + "/end", ending).status())
        .isEqualTo(412);
    Answer ended = server.program().with("If-Match", "\"1\"").post(path + "/end", ending);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
    assertThat(ended.json().path("to").asString()).isEqualTo("2010-12-01");
    assertThat(server.program().with("If-Match", "\"1\"").post(path + "/end", ending).status())
        .isEqualTo(412);
    assertThat(lastActionOn("waiver/" + ended.json().path("id").asString()))
        .isEqualTo("END_WAIVER");
  }

  @Test
  void grantsAWaiverToACohort() {
    Answer granted =
        server
            .program()
            .post(
                WAIVERS,
                """
                {"cohort":{"registeredBefore":"2009-02-01"},"criterion":"SILVER.references",
                 "reason":"The first ones","from":"2010-11-01","to":"2010-11-02"}
                """);
    assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    assertThat(granted.json().path("cohort").path("registeredBefore").asString())
        .isEqualTo("2009-02-01");
  }

  @Test
  void saysWhatIsWrongWithAWaiver() {
    assertWaiverRefused(400, "partner", "\"criterion\":\"GOLD.survey\"");
    assertWaiverRefused(400, "criterion", "\"partner\":\"P-01\",\"criterion\":\"GOLD.medals\"");
    assertWaiverRefused(422, "", "\"partner\":\"P-99\",\"criterion\":\"GOLD.survey\"");
    assertWaiverRefused(422, "", "\"partner\":\"P-01\",\"criterion\":\"GOLD.team\"");
    assertWaiverRefused(422, "", "\"cohort\":{},\"criterion\":\"GOLD.survey\"");
  }

  private static void assertWaiverRefused(int status, String field, String target) {
    Answer answer =
        server
            .program()
            .post(
                WAIVERS,
                "{" + target + ",\"reason\":\"x\",\"from\":\"2012-11-01\",\"to\":\"2012-12-01\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().path("errors").path(0).path("field").asString("")).isEqualTo(field);
  }

  private static JsonNode awaitEnd(String path) {
    return ProgramNights.await(
        () -> server.program().get(path).json(),
        trial -> !trial.path("state").asString().equals("RUNNING"));
  }

  private static Answer yaml(String path, String text) {
    return server.program().with("Content-Type", "application/yaml").send("POST", path, text);
  }

  private static String lastActionOn(String subject) {
    for (JsonNode entry : server.program().get("/api/v1/audit").json().path("items")) {
      if (entry.path("subject").asString().equals(subject)) {
        return entry.path("action").asString();
      }
    }
    return "";
  }
}
