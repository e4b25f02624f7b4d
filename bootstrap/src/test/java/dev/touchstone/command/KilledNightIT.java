package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.Touchstone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process killed in the middle of a night: the next one finishes it, to the same end. */
class KilledNightIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register-inbox",
        "merge-partners",
        "stage-surveys",
        "recalculate",
        "publish-feed"
      })
  void isFinishedByTheNextRun(String lastStep) throws Exception {
    try (CommandLineFixture killed = new CommandLineFixture(folder.resolve("killed"));
        CommandLineFixture undisturbed = new CommandLineFixture(folder.resolve("undisturbed"))) {
      killed.copySampleInbox();
      undisturbed.copySampleInbox();
      assertThat(undisturbed.nightly(CommandLineFixture.SAMPLE_DATE).exitCode()).isZero();

      killAfter(lastStep, killed);
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
  void letsOnlyOneProcessRunANight() throws Exception {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.migrate();
      commands.copySampleInbox();
      try (var connection = commands.database().dataSource().getConnection();
          var statement = connection.createStatement()) {
        // Whoever merges partners waits for us, with the night lock in its hands.
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
        Process first = start(commands);
        awaitLine("stage-partners", first);

        CommandLineFixture.Outcome second = commands.nightly(CommandLineFixture.SAMPLE_DATE);

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).startsWith("Another process is running a night");
        connection.rollback();
        assertThat(first.waitFor()).isZero();
      }
    }
  }

  private static void killAfter(String step, CommandLineFixture commands) throws Exception {
    Process process = start(commands);
    awaitLine(step, process);
    process.destroyForcibly().waitFor();
  }

  private static Process start(CommandLineFixture commands) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName(),
                "nightly",
                "--inbox=" + commands.inbox(),
                "--feed=" + commands.feed(),
                "--date=" + CommandLineFixture.SAMPLE_DATE));
    command.addAll(commands.properties());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads the process's output up to the line that says that the step has ended. */
  private static void awaitLine(String step, Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith(step + ":")) {
        return;
      }
    }
    throw new AssertionError("The night ended before " + step + ":\n" + seen);
  }
}
