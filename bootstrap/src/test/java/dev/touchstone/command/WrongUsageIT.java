package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work gets one clear sentence, an exit code, and leaves nothing half-written. */
class WrongUsageIT {

  @TempDir Path folder;

  @Test
  void missesTheInbox() {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      CommandLineFixture.Outcome outcome = commands.nightly("2010-11-15");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).startsWith("There is no inbox folder").hasLineCount(1);
      assertThat(commands.feed()).doesNotExist();
    }
  }

  @Test
  void cannotWriteTheFeed() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.write("partners/p.csv", "partner_id,name,registered_on\nP-1,Uno,2009-01-01\n");
      Files.writeString(commands.feed(), "a file where the folder should be");

      CommandLineFixture.Outcome outcome = commands.nightly("2010-11-15");

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("feed").hasLineCount(1);
      assertThat(commands.inbox().resolve("partners/p.csv")).isRegularFile();
    }
  }

  @Test
  void cannotReachTheDatabase() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));

    CommandLineFixture.Outcome outcome =
        CommandLineFixture.execute(
            List.of(
                "nightly",
                "--inbox=" + inbox,
                "--feed=" + folder.resolve("feed"),
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nobody",
                "--spring.datasource.username=nobody",
                "--spring.datasource.password=nobody",
                "--touchstone.data=" + folder.resolve("data")));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("The database cannot be used").hasLineCount(1);
  }

  @Test
  void findsAPortTaken() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder);
        ServerSocket taken = new ServerSocket(0)) {
      for (String port : List.of("server.port", "management.server.port")) {
        String other = port.equals("server.port") ? "management.server.port" : "server.port";
        CommandLineFixture.Outcome outcome =
            commands.run(
                "serve",
                "--management.server.address=",
                "--" + other + "=0",
                "--" + port + "=" + taken.getLocalPort());

        assertThat(outcome.exitCode()).as(port).isEqualTo(1);
        assertThat(outcome.err())
            .startsWith("Port " + taken.getLocalPort() + " is taken on this machine")
            .contains("--port", "--management.server.port")
            .hasLineCount(1);
      }
    }
  }

  @Test
  void cannotUseTheTokenKey() {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      CommandLineFixture.Outcome outcome = commands.run("serve", "--touchstone.token.key=rubbish");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("touchstone.token.key is no RSA private key as PEM")
          .contains("openssl genpkey")
          .hasLineCount(1);
    }
  }

  @Test
  void doesNotUnderstandThePolicy() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      Files.createDirectories(commands.inbox());
      Path policy = folder.resolve("policy-wrong.yaml");
      Files.writeString(policy, "policy: p\nversion: one\n");

      CommandLineFixture.Outcome outcome =
          commands.nightly("2010-11-15", "--policy", policy.toString());

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("policy-wrong.yaml, line 2, key version: must be a whole number")
          .hasLineCount(1);
    }
  }

  @Test
  void asksForANightBeforeThePolicy() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      Files.createDirectories(commands.inbox());

      CommandLineFixture.Outcome outcome = commands.nightly("2010-10-29");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("No policy is in force on 2010-10-29", "takes effect on 2010-10-30");
    }
  }

  @Test
  void asksForANightThatIsOver() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      Files.createDirectories(commands.inbox());
      assertThat(commands.nightly("2010-11-15").exitCode()).isZero();

      CommandLineFixture.Outcome outcome = commands.nightly("2010-11-14");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains("nights only go forward");
    }
  }

  @Test
  void leavesACompleteNightAloneAfterALaterOne() throws IOException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      Files.createDirectories(commands.inbox());
      assertThat(commands.nightly("2010-11-15").exitCode()).isZero();
      assertThat(commands.nightly("2010-11-16").exitCode()).isZero();

      CommandLineFixture.Outcome outcome = commands.nightly("2010-11-15");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("is complete; nothing to do");
    }
  }

  @Test
  void saysInOneSentenceWhatIsWrongWithAFolderOrAnAddress() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));

    assertOneSentence(
        2,
        "There is a file where the folder",
        "sample-data",
        "--partners",
        "1",
        "--inbox",
        file.toString());
    assertOneSentence(
        1,
        "Something else is where a folder should be for ",
        "sample-data",
        "--partners",
        "1",
        "--inbox",
        file.resolve("below").toString());
    assertOneSentence(
        1, "The data folder", "decisions", "--out", "d.csv", "--touchstone.data=" + file);
    assertOneSentence(
        1,
        "must begin with jdbc:postgresql:",
        "decisions",
        "--out",
        "d.csv",
        "--touchstone.data=" + folder.resolve("data"),
        "--spring.datasource.url=jdbc:postgres://host/db");
    assertThat(
            CommandLineFixture.execute(
                    List.of(
                        "nightly", "--inbox", "" + inbox, "--feed", "f", "--date", "2010-13-40"))
                .err())
        .contains("'2010-13-40' is no day of the calendar; write yyyy-MM-dd");
  }

  private static void assertOneSentence(int exitCode, String words, String... args) {
    CommandLineFixture.Outcome outcome = CommandLineFixture.execute(List.of(args));
    assertThat(outcome.err()).contains(words).hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void namesNoCommandOrAWrongOption() {
    assertThat(CommandLineFixture.execute(List.of()).exitCode()).isEqualTo(2);
    assertThat(CommandLineFixture.execute(List.of("nightly", "--nonsense")).exitCode())
        .isEqualTo(2);
    assertThat(CommandLineFixture.execute(List.of("nightly", "--help")).exitCode()).isZero();
  }

  @Test
  void asksForDecisionsBeforeAnyNight() {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      CommandLineFixture.Outcome outcome =
          commands.run("decisions", "--out", folder.resolve("d.csv").toString());

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains("No night is complete yet");
      assertThat(folder.resolve("d.csv")).doesNotExist();
    }
  }
}
