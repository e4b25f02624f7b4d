package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers from the grant to the tier that is shown, and back. */
class WaiverIT {

  private static final String PARTNERS =
      """
      partner_id,name,registered_on,province,legacy_level
      P-1,Uno,2009-01-01,MI,NONE
      P-2,Due,2010-06-01,RM,NONE
      """;

  @TempDir Path folder;

  private CommandLineFixture commands;

  @BeforeEach
  void runANight() {
    commands = new CommandLineFixture(folder);
    commands.write("partners/p.csv", PARTNERS);
    assertThat(commands.nightly("2010-11-15").exitCode()).isZero();
    assertThat(tiers()).containsExactly("P-1,REGISTERED,REGISTERED", "P-2,REGISTERED,REGISTERED");
  }

  @AfterEach
  void dropTheDatabase() {
    commands.close();
  }

  @Test
  void carriesAPartnerWhileItRunsAndThroughGraceAfter() {
    assertThat(grant("--partner", "P-1", "--from", "2010-11-16", "--to", "2010-11-18").out())
        .contains(
            "Waiver 1 lets SUBSCRIBER.toolkits pass for partner P-1, from 2010-11-16 up to"
                + " 2010-11-18. A. Manager: toolkits move");

    commands.nightly("2010-11-16");
    assertThat(tiers()).containsExactly("P-1,REGISTERED,SUBSCRIBER", "P-2,REGISTERED,REGISTERED");
    assertThat(commands.run("explain", "P-1").out())
        .contains(
            "earns REGISTERED, SUBSCRIBER with waivers", "Waiver 1 lets SUBSCRIBER.toolkits pass");
    assertThat(commands.run("explain", "P-1", "--json").out())
        .contains("\"earned\" : \"REGISTERED\"", "\"withWaivers\" : \"SUBSCRIBER\"");

    commands.nightly("2010-11-18");
    assertThat(commands.output("decisions").get(1)).contains("SUBSCRIBER,false,2010-12-18");
    commands.nightly("2010-12-18", "--confirm");
    assertThat(tiers()).contains("P-1,REGISTERED,REGISTERED");
    for (String date : List.of("2010-11-15", "2010-11-16", "2010-11-18", "2010-12-18")) {
      assertThat(commands.run("verify", "--date", date).exitCode()).isZero();
    }
  }

  @Test
  void carriesACohort() {
    grant("--registered-before", "2010-01-01", "--from", "2010-11-16", "--to", "2011-11-16");

    commands.nightly("2010-11-16");

    assertThat(tiers()).containsExactly("P-1,REGISTERED,SUBSCRIBER", "P-2,REGISTERED,REGISTERED");
  }

  @Test
  void endsBeforeItsTimeWithoutTouchingThePast() {
    grant("--partner", "P-1", "--from", "2010-11-16", "--to", "2011-11-16");
    commands.nightly("2010-11-16");

    CommandLineFixture.Outcome ended =
        commands.run(
            "waiver", "end", "1", "--on", "2010-11-16", "--author", "A. Manager", "--reason", "no");
    assertThat(ended.out()).contains("from 2010-11-16 up to 2010-11-16", "(ended before its time");
    commands.nightly("2010-11-17", "--confirm");

    assertThat(tiers()).contains("P-1,REGISTERED,REGISTERED");
    assertThat(commands.output("decisions", "--date", "2010-11-16").get(1))
        .startsWith("P-1,REGISTERED,SUBSCRIBER");
    assertThat(commands.run("verify", "--date", "2010-11-16").exitCode()).isZero();
    assertThat(commands.run("waiver", "list").out()).contains("Waiver 1 ", "A. Manager: no)");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(commands.run("waiver", "list").out()).contains("No waiver was granted yet.");
    grant("--partner", "P-1", "--from", "2010-11-16", "--to", "2011-11-16");

    assertThat(refusal("--partner", "P-1", "--from", "2011-11-15", "--to", "2011-11-17"))
        .contains(
            "Waiver 1 lets SUBSCRIBER.toolkits pass for partner P-1 already, from 2010-11-16 up to"
                + " 2011-11-16: end it first, or choose other days.");
    assertThat(refusal("--province", "MI", "--from", "2011-11-15", "--to", "2011-11-17"))
        .contains("Waiver 1 lets");
    assertThat(refusal("--partner", "P-9", "--from", "2010-11-16", "--to", "2010-11-17"))
        .contains("No partner P-9 is known. Ids are exact in case.");
    assertThat(refusal("--partner", "P-2", "--from", "2010-11-17", "--to", "2010-11-17"))
        .contains("must end after that day");
    assertThat(refusal("--from", "2010-11-16", "--to", "2010-11-17")).contains("For whom?");
    assertThat(
            refusal(
                "--partner",
                "P-2",
                "--province",
                "MI",
                "--from",
                "2011-01-01",
                "--to",
                "2011-01-02"))
        .contains("not both");
    assertThat(refusal("--partner", "P-2", "--from", "2010-10-01", "--to", "2010-10-30"))
        .contains("No policy in force from 2010-10-01 up to 2010-10-30 has the criterion");
    assertThat(
            commands
                .run("waiver", "end", "7", "--on", "2010-11-16", "--author", "a", "--reason", "r")
                .err())
        .contains("There is no waiver 7.");
    assertThat(
            commands
                .run("waiver", "end", "1", "--on", "2011-11-16", "--author", "a", "--reason", "r")
                .err())
        .contains("must end before 2011-11-16");
    assertThat(commands.run("waiver").exitCode()).isEqualTo(2);
    assertThat(commands.run("waiver", "list").out().lines()).hasSize(1);
  }

  private CommandLineFixture.Outcome grant(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "waiver",
                "grant",
                "--criterion",
                "SUBSCRIBER.toolkits",
                "--author",
                "A. Manager",
                "--reason",
                "toolkits move"));
    args.addAll(List.of(options));
    return commands.run(args.toArray(String[]::new));
  }

  private String refusal(String... options) {
    CommandLineFixture.Outcome outcome = grant(options);
    assertThat(outcome.exitCode()).isEqualTo(2);
    return outcome.err();
  }

  /** Partner, earned and held tier. */
  private List<String> tiers() {
    return commands.output("decisions").stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
        .toList();
  }
}
