package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions of the policy, from the command line. */
class PolicyCommandIT {

  private static final String SECOND =
      """
      # Two toolkits from December on.
      policy: partner-network
      version: 2
      effectiveFrom: 2010-12-01
      tiers:
        REGISTERED: []
        SUBSCRIBER:
          - toolkits: {atLeast: 2}
        SILVER: []
        GOLD: []
      """;

  @TempDir Path folder;

  private CommandLineFixture commands;

  @BeforeEach
  void createTheDatabase() {
    commands = new CommandLineFixture(folder);
  }

  @AfterEach
  void dropTheDatabase() {
    commands.close();
  }

  @Test
  void letsTheShippedPolicyStandInUntilTheFirstNight() throws IOException {
    String shipped = shippedPolicy();

    assertThat(policy("list").out())
        .contains("partner-network        1  2010-10-30      -           to come   - (shipped");
    assertThat(policy("show", "1").out()).isEqualTo(shipped);
    assertThat(policy("list").out()).contains("(shipped");

    runNight("2010-11-30");

    assertThat(policy("list").out())
        .containsPattern(
            "partner-network        1  2010-10-30      -           in force  \\d{4}-\\d\\d-\\d\\dT");
    assertThat(policy("show", "1", "--name", "partner-network").out()).isEqualTo(shipped);
  }

  @Test
  void decidesEachNightUnderTheVersionOfItsDay() throws IOException {
    commands.write("partners/p.csv", "partner_id,name,registered_on\nP-1,Uno,2009-01-01\n");
    commands.write(
        "enrollments/e.csv", "partner_id,specialization,kind,from\nP-1,CRM,TOOLKIT,2010-01-01\n");
    assertThat(runNight("2010-11-30")).contains("under policy partner-network version 1.");
    Outcome registered = policy("register", write("v2.yaml", SECOND));
    assertThat(registered.out())
        .isEqualTo(
            "Registered partner-network version 2; it takes effect on 2010-12-01."
                + System.lineSeparator());

    assertThat(runNight("2010-12-01")).contains("under policy partner-network version 2.");

    assertThat(commands.output("decisions", "--date", "2010-11-30").get(1))
        .startsWith("P-1,SUBSCRIBER,SUBSCRIBER,SUBSCRIBER,false,,");
    assertThat(commands.output("decisions", "--date", "2010-12-01").get(1))
        .startsWith("P-1,REGISTERED,SUBSCRIBER,SUBSCRIBER,false,2010-12-31,");
    for (String date : List.of("2010-11-30", "2010-12-01")) {
      assertThat(commands.run("verify", "--date", date).out()).contains("no difference");
    }
    assertThat(policy("show", "2").out()).isEqualTo(SECOND);
    assertThat(policy("list").out().lines().map(line -> line.substring(0, 59)))
        .containsExactly(
            "policy           version  effective from  until       state",
            "partner-network        1  2010-10-30      2010-12-01  past ",
            "partner-network        2  2010-12-01      -           in fo");
  }

  @Test
  void refusesWhatWouldChangeWhatNightsHaveDecided() throws IOException {
    runNight("2010-11-30");
    String second = write("v2.yaml", SECOND);
    assertThat(policy("register", second).exitCode()).isZero();

    Outcome again = policy("register", second);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).startsWith("partner-network version 2 is registered already");
    assertRefused(
        policy("register", write("v2b.yaml", SECOND.replace("atLeast: 2", "atLeast: 3"))),
        "v2b.yaml, line 3, key version: partner-network version 2 is registered with other content,"
            + " and a version once registered cannot be changed; give it another number.");
    assertRefused(
        policy(
            "register",
            write("v3.yaml", SECOND.replace("version: 2", "version: 3").replace("12-01", "11-30"))),
        "v3.yaml, line 4, key effectiveFrom: partner-network version 3 would take effect on"
            + " 2010-11-30, but the night of 2010-11-30 has been decided; give a later day.");
    assertRefused(
        policy(
            "register",
            write(
                "v4.yaml",
                SECOND
                    .replace("version: 2", "version: 4")
                    .replace("12-01", "12-31")
                    .replace("  SILVER: []\n", ""))),
        "v4.yaml, line 6, key tiers: partner-network version 4 has the tiers [REGISTERED,"
            + " SUBSCRIBER, GOLD]: it must keep those of partner-network version 2 in their order,"
            + " [REGISTERED, SUBSCRIBER, SILVER, GOLD], and may add some.");
    assertRefused(
        policy("register", folder.resolve("absent.yaml").toString()),
        "absent.yaml: cannot be read from "
            + folder.resolve("absent.yaml")
            + "; check the path and its permissions.");
    assertThat(policy("list").out()).hasLineCount(3);
  }

  @Test
  void retiresOnlyWhatIsStillToCome() throws IOException {
    runNight("2010-11-30");
    String second = write("v2.yaml", SECOND);
    policy("register", second);

    assertThat(policy("retire", "2").out()).startsWith("Retired partner-network version 2.");

    assertThat(policy("list").out()).contains("2010-12-01      -           retired ");
    assertThat(policy("show", "2").out()).isEqualTo(SECOND);
    assertRefused(policy("retire", "2"), "partner-network version 2 is retired already.");
    assertRefused(
        policy("retire", "1"),
        "partner-network version 1 took effect on 2010-10-30, and nights up to 2010-11-30 have been"
            + " decided: only a version that is still to come can be retired.");
    assertRefused(
        policy("retire", "7", "--name", "other"),
        "There is no other version 7; there are partner-network version 1, partner-network version"
            + " 2.");
    assertRefused(
        policy("show", "7"),
        "There is no policy version 7; there are partner-network version 1, partner-network version"
            + " 2.");
    assertRefused(
        policy("register", second),
        "v2.yaml, line 3, key version: partner-network version 2 was retired, and a number is never"
            + " used again; give it another number.");
    assertThat(runNight("2010-12-01")).contains("under policy partner-network version 1.");
  }

  @Test
  void registersThePolicyThatANightIsGiven() throws IOException {
    String own = write("own.yaml", SECOND.replace("version: 2", "version: 7"));

    Outcome early = commandsNight("2010-11-30", "--policy", own);
    assertThat(early.out()).startsWith("Registered partner-network version 7; ");
    assertThat(early.err())
        .isEqualTo(
            "No policy is in force on 2010-11-30. The first, partner-network version 7, takes effect"
                + " on 2010-12-01."
                + System.lineSeparator());
    assertThat(early.exitCode()).isEqualTo(2);
    assertThat(runNight("2010-12-01", "--policy", own))
        .contains("under policy partner-network version 7.");
    assertThat(runNight("2010-12-02", "--policy", own))
        .contains(
            "partner-network version 7 is registered already.",
            "under policy partner-network version 7.");
    assertThat(policy("list").out()).hasLineCount(2).contains("partner-network        7");

    write(
        "own.yaml", SECOND.replace("version: 2", "version: 7").replace("atLeast: 2", "atLeast: 1"));
    assertRefused(
        commandsNight("2010-12-03", "--policy", own),
        "own.yaml, line 3, key version: partner-network version 7 is registered with other content,"
            + " and a version once registered cannot be changed; give it another number.");
    assertThat(runNight("2010-12-03")).contains("under policy partner-network version 7.");
  }

  @Test
  void wantsOneOfItsCommands() {
    assertThat(CommandLineFixture.execute(List.of("policy")).err())
        .startsWith("Which command? policy register");
    assertThat(CommandLineFixture.execute(List.of("policy", "retire")).exitCode()).isEqualTo(2);
    for (String command : List.of("register", "list", "show", "retire")) {
      Outcome help = CommandLineFixture.execute(List.of("policy", command, "--help"));
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).startsWith("Usage: touchstone policy " + command);
    }
  }

  private Outcome policy(String command, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "policy";
    args[1] = command;
    System.arraycopy(more, 0, args, 2, more.length);
    return commands.run(args);
  }

  private Outcome commandsNight(String date, String... more) throws IOException {
    Files.createDirectories(commands.inbox());
    return commands.nightly(date, more);
  }

  private String runNight(String date, String... more) throws IOException {
    Outcome night = commandsNight(date, more);
    assertThat(night.err()).isEmpty();
    assertThat(night.exitCode()).isZero();
    return night.out();
  }

  private static void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome.err()).isEqualTo(sentence + System.lineSeparator());
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String shippedPolicy() throws IOException {
    try (InputStream in =
        PolicyCommandIT.class.getResourceAsStream("/dev/touchstone/defaults/policy-2010.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
