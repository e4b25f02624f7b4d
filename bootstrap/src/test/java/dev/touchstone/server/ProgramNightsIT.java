package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.application.standing.DecisionTable;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.Lifecycle;
import tools.jackson.databind.JsonNode;

/** The program manager's nights over HTTP. */
class ProgramNightsIT {

  private static final String NIGHTS = "/api/v1/nights";
  private static final String SAMPLE_NIGHT = NIGHTS + "/2010-11-15/1";

  private ServerFixture server;
  private ProgramNights nights;

  @BeforeEach
  void start() {
    server = ServerFixture.start();
    nights = new ProgramNights(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void runsANightAndShowsWhatItLeft() {
    nights.copySamples();

    JsonNode night = nights.run(ProgramNights.SAMPLE_DATE);

    assertThat(night.path("night").path("state").asString()).isEqualTo("COMPLETE");
    assertThat(night.path("night").has("reason")).isFalse();
    assertThat(night.path("decided").path("partners").asLong()).isPositive();
    assertThat(night.path("decided").path("tiers").findValuesAsString("tier"))
        .containsExactly("REGISTERED", "SUBSCRIBER", "SILVER", "GOLD");
    assertThat(night.path("steps").findValuesAsString("step"))
        .contains("register-inbox", "recalculate", "publish-feed")
        .endsWith("complete-night");
    assertThat(texts(get(NIGHTS).path("items"), "date")).containsExactly("2010-11-15");

    Answer decisions = server.program().get(SAMPLE_NIGHT + "/decisions.csv");
    assertThat(decisions.text().lines())
        .first()
        .isEqualTo(String.join(",", DecisionTable.TABLE.header()));
    assertThat(decisions.text().lines().map(ProgramNightsIT::withoutStanding))
        .containsExactlyElementsOf(ProgramNights.expectedDecisions());
    assertThat(decisions.header("Content-Type")).startsWith("text/csv");
    assertThat(decisions.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"decisions-2010-11-15-1.csv\"");
    Answer workbook = server.program().get(SAMPLE_NIGHT + "/decisions.xlsx");
    assertThat(workbook.status()).isEqualTo(200);
    assertThat(new String(workbook.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");

    assertRejectsAreTheSameInPagesAndInTheFile(night);
    assertThat(items(SAMPLE_NIGHT + "/files?state=MERGED"))
        .hasSameSizeAs(items(SAMPLE_NIGHT + "/files"));
    assertThat(items(SAMPLE_NIGHT + "/files?state=REPEATED")).isEmpty();
    assertThat(items(SAMPLE_NIGHT + "/findings")).hasSize(night.path("findings").asInt());
    assertThat(texts(get("/api/v1/audit").path("items"), "action")).contains("START_NIGHT");
  }

  /** The columns held, displayed, legacy and at_risk_until are not among those expected. */
  private static String withoutStanding(String line) {
    List<String> values = new ArrayList<>(List.of(line.split(",", -1)));
    values.subList(2, 6).clear();
    return String.join(",", values);
  }

  private void assertRejectsAreTheSameInPagesAndInTheFile(JsonNode night) {
    List<String> fromPages = new ArrayList<>();
    for (JsonNode reject : items(SAMPLE_NIGHT + "/rejects?limit=7")) {
      fromPages.add(reject.path("file").asString() + "," + reject.path("sheet").asString(""));
    }
    List<String> fromFile =
        server
            .program()
            .get(SAMPLE_NIGHT + "/rejects.csv")
            .text()
            .lines()
            .skip(1)
            .map(line -> line.split(",", 3))
            .map(values -> values[0] + "," + values[1])
            .toList();
    long counted = 0;
    for (JsonNode count : night.path("rejects")) {
      counted += count.asLong();
    }
    assertThat(fromPages).isEqualTo(fromFile).hasSize((int) counted).hasSizeGreaterThan(7);
  }

  /** All items of a list, part by part. */
  private List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = get(path + (after.isEmpty() ? "" : separator(path) + "after=" + after));
      page.path("items").forEach(items::add);
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    return items;
  }

  private static String separator(String path) {
    return path.contains("?") ? "&" : "?";
  }

  @Test
  void runsACompleteNightOnceMoreOnlyWhenAskedTo() {
    nights.writeTwentySubscribers();
    nights.run("2010-11-15");

    Answer same = server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}");
    assertThat(same.status()).isEqualTo(409);
    assertThat(same.json().path("detail").asString()).contains("is complete");
    Answer again =
        server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-15\",\"again\":true}");
    assertThat(again.header("Location")).isEqualTo(NIGHTS + "/2010-11-15/2");
    assertThat(nights.await(again).path("night").path("state").asString()).isEqualTo("COMPLETE");
    assertThat(texts(get(NIGHTS).path("items"), "run")).containsExactly("2", "1");

    Answer earlier = server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-14\"}");
    assertThat(earlier.status()).isEqualTo(409);
    assertThat(earlier.json().path("detail").asString()).contains("nights only go forward");
    assertThat(server.program().post(NIGHTS, "{\"businessDate\":\"2999-01-01\"}").status())
        .isEqualTo(409);
    assertThat(server.program().post(SAMPLE_NIGHT + "/restart", null).status()).isEqualTo(409);
    assertThat(server.program().post(NIGHTS + "/2010-11-20/1/restart", null).status())
        .isEqualTo(404);
  }

  @Test
  void startsNoNightWhileAnotherProcessRunsOne() {
    try (NightLock.Held held = server.bean(NightLock.class).tryAcquire().orElseThrow()) {
      assertThat(held).isNotNull();
      Answer answer = server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}");
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.json().path("detail").asString()).startsWith("A night is being run");
    }
    assertThat(items(NIGHTS)).isEmpty();
  }

  @Test
  void startsOneNightForOneKey() {
    Answer first =
        server
            .program()
            .with("Idempotency-Key", "night-1")
            .post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}");
    assertThat(first.status()).isEqualTo(202);
    nights.await(first);

    Answer repeated =
        server
            .program()
            .with("Idempotency-Key", "night-1")
            .post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}");

    assertThat(repeated.status()).isEqualTo(202);
    assertThat(repeated.header("Location")).isEqualTo(first.header("Location"));
    assertThat(items(NIGHTS)).hasSize(1);
  }

  @Test
  void publishesADemotingNightOnceItIsConfirmed() {
    nights.writeTwentySubscribers();
    nights.run("2010-11-15");
    nights.writeToolkits(2, "2010-11-16");

    JsonNode stopped = nights.run("2010-12-20");

    String path = NIGHTS + "/2010-12-20/1";
    assertThat(stopped.path("night").path("state").asString())
        .isEqualTo("STOPPED_FOR_CONFIRMATION");
    assertThat(stopped.path("night").path("reason").asString())
        .contains("2 of 20 partners", "Not met: toolkits 2");
    assertThat(stopped.path("decided").path("demotions").asLong()).isEqualTo(2);
    assertThat(server.program().get(path + "/decisions.csv").text()).contains("P-01,REGISTERED");

    Answer confirmed = server.program().post(path + "/confirmation", null);

    assertThat(confirmed.status()).isEqualTo(202);
    JsonNode complete = nights.await(confirmed);
    assertThat(complete.path("night").path("state").asString()).isEqualTo("COMPLETE");
    assertThat(complete.path("night").has("confirmedAt")).isTrue();
    assertThat(texts(get("/api/v1/audit").path("items"), "action"))
        .startsWith("CONFIRM_NIGHT", "RESUME_NIGHT", "START_NIGHT");
    assertThat(server.program().post(path + "/confirmation", null).status()).isEqualTo(409);
  }

  @Test
  void saysWhyANightFailedAndFinishesIt() {
    nights.writeTwentySubscribers();
    breakTable("tier_decision");

    JsonNode failed = nights.run("2010-11-15");

    assertThat(failed.path("night").path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("night").path("failedStep").asString()).isEqualTo("recalculate");
    assertThat(failed.path("night").path("reason").asString()).contains("broken on purpose");
    assertThat(failed.has("decided")).isFalse();
    assertThat(server.program().get(SAMPLE_NIGHT + "/decisions.csv").status()).isEqualTo(409);
    assertThat(server.program().post(SAMPLE_NIGHT + "/confirmation", null).status()).isEqualTo(409);

    server.sql().sql("DROP FUNCTION fail_on_purpose CASCADE").update();
    Answer restarted = server.program().post(SAMPLE_NIGHT + "/restart", null);

    assertThat(restarted.status()).isEqualTo(202);
    assertThat(nights.await(restarted).path("night").path("state").asString())
        .isEqualTo("COMPLETE");
  }

  @Test
  void finishesANightInAMovedInboxButNotWhereItsFilesAreMissing() throws IOException {
    nights.writeTwentySubscribers();
    Path elsewhere = Files.createDirectories(server.folder().resolve("elsewhere/inbox"));
    Files.createDirectories(elsewhere.resolve("partners"));
    Files.writeString(
        elsewhere.resolve("partners/p.csv"),
        "partner_id,name,registered_on\nP-ELSEWHERE,One,2009-01-01\n");
    breakTable("partner");
    assertThat(runByCommand(elsewhere)).isInstanceOf(NightRun.Failed.class);
    server.sql().sql("DROP FUNCTION fail_on_purpose CASCADE").update();

    for (String path : List.of(SAMPLE_NIGHT + "/restart", NIGHTS)) {
      Answer refused =
          server
              .program()
              .post(path, path.equals(NIGHTS) ? "{\"businessDate\":\"2010-11-15\"}" : null);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().path("type").asString())
          .isEqualTo("urn:touchstone:problem:conflict");
      assertThat(refused.json().path("detail").asString())
          .contains(
              "begun with the inbox " + elsewhere,
              "cannot go on with the inbox " + server.folder().resolve("inbox"),
              "partners/p.csv",
              "Finish it with");
    }
    assertThat(runByCommand(server.folder().resolve("inbox"))).isInstanceOf(NightRun.Refused.class);
    JsonNode night = get(SAMPLE_NIGHT).path("night");
    assertThat(night.path("state").asString()).isEqualTo("FAILED");
    assertThat(night.path("reason").asString()).contains("broken on purpose");
    assertThat(texts(get("/api/v1/audit").path("items"), "action")).doesNotContain("RESUME_NIGHT");

    Path moved = Files.move(elsewhere, elsewhere.resolveSibling("moved"));
    assertThat(runByCommand(moved)).isInstanceOf(NightRun.Completed.class);
    assertThat(server.program().get(SAMPLE_NIGHT + "/decisions.csv").text())
        .contains("P-ELSEWHERE")
        .doesNotContain("P-01");
  }

  private NightRun runByCommand(Path inbox) {
    return server
        .bean(NightLauncher.class)
        .run(
            new NightRequest(
                LocalDate.of(2010, 11, 15),
                inbox,
                server.folder().resolve("feed"),
                false,
                false,
                false,
                false,
                new Actor("anna", "COMMAND_LINE", "localhost")));
  }

  @Test
  void stopsANightInGoodOrderWhenTheServerEnds() throws Exception {
    nights.writeTwentySubscribers();
    try (Connection connection = server.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      // Whoever merges partners waits for us.
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
      server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}");
      awaitInLedger("batch_step_execution", "step_name = 'merge-partners'");
      CompletableFuture<Void> ended =
          CompletableFuture.runAsync(((Lifecycle) server.bean(NightRunner.class))::stop);
      awaitInLedger("batch_job_execution", "status IN ('STOPPING', 'STOPPED')");
      connection.rollback();
      ended.join();
    }

    JsonNode night = get(SAMPLE_NIGHT).path("night");

    assertThat(night.path("state").asString()).isEqualTo("UNFINISHED");
    assertThat(night.path("reason").asString()).startsWith("It was stopped");
    assertThat(server.bean(NightLock.class).isHeld()).isFalse();
    Answer late = server.program().post(SAMPLE_NIGHT + "/restart", null);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("detail").asString()).startsWith("The server is stopping");
    assertThat(get(SAMPLE_NIGHT).path("night").path("reason").asString())
        .as("a refused restart changes nothing")
        .startsWith("It was stopped");
    Answer later = server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-16\"}");
    assertThat(later.status()).isEqualTo(409);
    assertThat(server.program().get(NIGHTS + "/2010-11-16/1").status()).isEqualTo(404);
    assertThat(texts(get("/api/v1/audit").path("items"), "action")).containsOnlyOnce("START_NIGHT");
    assertThat(server.bean(NightLock.class).isHeld()).isFalse();

    NightRun finished = runByCommand(server.folder().resolve("inbox"));
    assertThat(finished).isInstanceOf(NightRun.Completed.class);
    assertThat(get(SAMPLE_NIGHT).path("night").path("state").asString()).isEqualTo("COMPLETE");
  }

  @Test
  void stopsANightThatIsOpenedWhileTheServerEnds() throws Exception {
    nights.writeTwentySubscribers();
    NightLock lock = server.bean(NightLock.class);
    Lifecycle runner = (Lifecycle) server.bean(NightRunner.class);
    try (Connection connection = server.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      // Whoever opens a night waits for us.
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE night IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(
              () -> server.program().post(NIGHTS, "{\"businessDate\":\"2010-11-15\"}"));
      await(lock::isHeld);
      CompletableFuture<Void> ended = CompletableFuture.runAsync(runner::stop);
      await(() -> !runner.isRunning());
      connection.rollback();

      assertThat(answer.join().status()).isEqualTo(202);
      ended.join();
    }

    JsonNode night = get(SAMPLE_NIGHT).path("night");
    assertThat(night.path("state").asString()).isEqualTo("UNFINISHED");
    assertThat(night.path("reason").asString()).startsWith("It was stopped");
    assertThat(lock.isHeld()).isFalse();
  }

  private static void await(BooleanSupplier wish) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!wish.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private void awaitInLedger(String table, String condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (server
            .sql()
            .sql("SELECT count(*) FROM " + table + " WHERE " + condition)
            .query(Long.class)
            .single()
        == 0) {
      assertThat(System.nanoTime()).as("waiting for " + condition).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private void breakTable(String table) {
    server
        .sql()
        .sql(
            """
            CREATE FUNCTION fail_on_purpose() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'the table is broken on purpose'; END $$
            """)
        .update();
    server
        .sql()
        .sql(
            "CREATE TRIGGER broken BEFORE INSERT ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION fail_on_purpose()")
        .update();
  }

  private JsonNode get(String path) {
    Answer answer = server.program().get(path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> texts(JsonNode items, String field) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(field).asString()));
    return texts;
  }
}
