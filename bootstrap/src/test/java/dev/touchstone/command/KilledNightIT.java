package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real process killed in the middle of a night: the next one finishes it, to the same end. */
class KilledNightIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register-inbox",
        "merge-partners",
        "stage-surveys",
        "check-integrity",
        "recalculate",
        "check-demotions",
        "publish-feed"
      })
  void isFinishedByTheNextRun(String lastStep) throws Exception {
    try (CommandLineFixture killed = new CommandLineFixture(folder.resolve("killed"));
        CommandLineFixture undisturbed = new CommandLineFixture(folder.resolve("undisturbed"))) {
      killed.copySampleInbox();
      undisturbed.copySampleInbox();
      assertThat(undisturbed.nightly(CommandLineFixture.SAMPLE_DATE).exitCode()).isZero();

      killed.killNightlyAfter(lastStep, CommandLineFixture.SAMPLE_DATE);
      CommandLineFixture.Outcome finished = killed.nightly(CommandLineFixture.SAMPLE_DATE);

      assertThat(finished.err()).isEmpty();
      assertThat(finished.exitCode()).isZero();
      assertThat(killed.output("decisions")).isEqualTo(undisturbed.output("decisions"));
      assertThat(killed.output("rejects")).isEqualTo(undisturbed.output("rejects"));
      for (String left : List.of("feed", "archive", "inbox")) {
        assertThat(CommandLineFixture.contents(killed.folder().resolve(left)))
            .as(left)
            .isEqualTo(CommandLineFixture.contents(undisturbed.folder().resolve(left)));
      }
    }
  }

  @Test
  void isDeclaredDeadByTheNightThatOvertakesIt() throws Exception {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.copySampleInbox();
      commands.killNightlyAfter("recalculate", CommandLineFixture.SAMPLE_DATE);

      assertThat(commands.nightly("2010-11-16").exitCode()).isZero();

      assertThat(
              JdbcClient.create(commands.database().dataSource())
                  .sql("SELECT status FROM batch_job_execution ORDER BY job_execution_id")
                  .query(String.class)
                  .list())
          .containsExactly("FAILED", "COMPLETED");
      assertThat(commands.countStepsThatEnded("STARTED")).isZero();
    }
  }

  @Test
  void letsOnlyOneProcessRunANight() throws Exception {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.migrate();
      commands.copySampleInbox();
      try (var connection = commands.database().dataSource().getConnection();
          var statement = connection.createStatement()) {
        // Whoever merges partners waits for us, with the night lock in its hands.
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
        Process first = commands.startNightly(CommandLineFixture.SAMPLE_DATE);
        CommandLineFixture.awaitEndOf("stage-partners", first);

        CommandLineFixture.Outcome second = commands.nightly(CommandLineFixture.SAMPLE_DATE);

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).startsWith("Another process is running a night");
        connection.rollback();
        assertThat(first.waitFor()).isZero();
      }
    }
  }
}
