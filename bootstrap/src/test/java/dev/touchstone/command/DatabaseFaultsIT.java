package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.OwnServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night whose database fails in the middle of a step ends with one sentence, and run again it
 * ends as if nothing had been. In the short form each fault strikes once, one after the other in
 * the same night; with {@code -Dtouchstone.faults=full} each in a night of its own, in each step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultsIT {

  private static final boolean FULL = "full".equals(System.getProperty("touchstone.faults"));

  /** What a night leaves; the rest is told by the feed. */
  private static final List<String> TABLES =
      List.of(
          "partner",
          "enrollment",
          "certification",
          "reference",
          "survey_response",
          "partner_status",
          "employment",
          "rejected_row",
          "integrity_finding",
          "tier_decision",
          "standing");

  @TempDir static Path folder;

  private OwnServer server;
  private int databases;
  private DisturbedNight undisturbed;
  private List<String> steps;

  @BeforeAll
  void runAnUndisturbedNight() {
    server = OwnServer.start(folder.resolve("server"));
    undisturbed = new DisturbedNight();
    CommandLineFixture.Outcome outcome = undisturbed.run(List.of());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    steps =
        server
            .client(undisturbed.database)
            .sql(
                "SELECT step_name FROM batch_step_execution WHERE step_name NOT LIKE '%:%'"
                    + " ORDER BY step_execution_id")
            .query(String.class)
            .list();
  }

  @AfterAll
  void stopTheServer() {
    server.close();
  }

  @Test
  void leaveNoTraceInTheNight() {
    DatabaseFault[] faults = DatabaseFault.values();
    if (FULL) {
      for (DatabaseFault fault : faults) {
        for (String step : steps) {
          DisturbedNight night = new DisturbedNight();
          night.befall(fault, step);
          night.finish();
        }
      }
    } else {
      DisturbedNight night = new DisturbedNight();
      for (int i = 0; i < faults.length; i++) {
        night.befall(faults[i], steps.get(steps.size() * (i + 1) / (faults.length + 1)));
      }
      night.finish();
    }
  }

  /** A night with a database and folders of its own. */
  private final class DisturbedNight {

    private final String database = "night_" + ++databases;
    private final Path own = folder.resolve(database);

    DisturbedNight() {
      server.create(database);
      CommandLineFixture.copy(CommandLineFixture.SAMPLES.resolve("inbox"), own.resolve("inbox"));
    }

    CommandLineFixture.Outcome run(List<String> properties) {
      List<String> args =
          new ArrayList<>(
              List.of(
                  "nightly",
                  "--inbox=" + own.resolve("inbox"),
                  "--feed=" + own.resolve("feed"),
                  "--date=" + CommandLineFixture.SAMPLE_DATE,
                  "--touchstone.data=" + own.resolve("data")));
      args.addAll(server.properties(database));
      args.addAll(properties);
      return CommandLineFixture.execute(args);
    }

    void befall(DatabaseFault fault, String step) {
      String what = fault + " in " + step;
      if (!isMigrated()) {
        CommandLineFixture.execute(migration());
      }
      fault.arm(server, database, step);
      CompletableFuture<CommandLineFixture.Outcome> running =
          CompletableFuture.supplyAsync(() -> run(fault.properties()));
      fault.strike(server, database);
      CommandLineFixture.Outcome outcome = running.orTimeout(120, TimeUnit.SECONDS).join();
      fault.disarm(server, database);
      System.out.println(what + ": " + outcome.err().strip());
      assertThat(outcome.exitCode()).as(what + outcome.out()).isEqualTo(1);
      assertThat(outcome.err()).as(what).hasLineCount(1).contains(fault.words());
      assertThat(outcome.out() + outcome.err()).as(what).doesNotContain("\tat ", "Exception");
    }

    private boolean isMigrated() {
      return server
          .client(database)
          .sql("SELECT to_regclass('batch_step_execution') IS NOT NULL")
          .query(Boolean.class)
          .single();
    }

    private List<String> migration() {
      List<String> args =
          new ArrayList<>(
              List.of(
                  "decisions",
                  "--out=" + own.resolve("none.csv"),
                  "--touchstone.data=" + own.resolve("data")));
      args.addAll(server.properties(database));
      return args;
    }

    void finish() {
      CommandLineFixture.Outcome outcome = run(List.of());
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
      for (String table : TABLES) {
        assertThat(rows(table)).as(table).isEqualTo(undisturbed.rows(table));
      }
      for (String left : List.of("feed", "archive", "inbox")) {
        assertThat(CommandLineFixture.contents(own.resolve(left)))
            .as(left)
            .isEqualTo(CommandLineFixture.contents(undisturbed.own.resolve(left)));
      }
    }

    /** What a table holds, but for moments and for numbers that count attempts. */
    private List<String> rows(String table) {
      return server
          .client(database)
          .sql(
              """
              SELECT (to_jsonb(t)
                  - '{version_id,file_id,rejected_row_id,recorded_at,superseded_at}'::text[])::text
                || (to_jsonb(t) ->> 'superseded_at' IS NULL)
              FROM %s t ORDER BY 1
              """
                  .formatted(table))
          .query(String.class)
          .list();
    }
  }
}
