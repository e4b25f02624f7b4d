package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Ledger;
import dev.touchstone.command.CommandLineFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nights that demote many. Twenty partners hold SUBSCRIBER by a toolkit; a toolkit that ended on
 * 2010-11-16 costs the tier after grace, on 2010-12-16.
 */
class DemotionGateIT {

  private static final String FIRST = "2010-11-15";
  private static final String SECOND = "2010-12-20";
  private static final String THIRD = "2010-12-21";

  @TempDir Path folder;

  private CommandLineFixture commands;
  private byte[] manifest;
  private List<String> decisions;

  @BeforeEach
  void runTheFirstNight() throws IOException {
    commands = new CommandLineFixture(folder);
    commands.write(
        "partners/p.csv",
        "partner_id,name,registered_on\n" + lines(1, 20, "P-%02d,Partner %1$d,2009-01-01"));
    commands.write("enrollments/e.csv", toolkits(1, 20, ""));
    assertThat(commands.nightly(FIRST, "--confirm").exitCode()).isZero();
    manifest = Files.readAllBytes(manifest());
    decisions = commands.output("decisions");
  }

  @AfterEach
  void dropDatabase() {
    commands.close();
  }

  @Test
  void passesJustAsManyAsThePolicyLets() {
    commands.write("enrollments/ended.csv", toolkits(1, 1, "2010-11-16"));

    Outcome night = commands.nightly(SECOND);

    assertThat(night.exitCode()).isZero();
    assertThat(night.out()).contains("demotions: 1");
    assertThat(commands.ledger("check-demotions"))
        .isEqualTo(new Ledger("COMPLETED", 20, 0, 1, 0, true, 0));
  }

  @Test
  void stopsBeforePublicationUntilItIsConfirmed() throws IOException {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));

    Outcome stopped = commands.nightly(SECOND);

    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.err())
        .hasLineCount(1)
        .startsWith("The night of 2010-12-20 has stopped before publication: ")
        .contains(
            "2 of 20 partners that held a tier (10 %)",
            "stops above 5 % (standing.stopAbove)",
            "SUBSCRIBER to REGISTERED 2",
            "Not met: toolkits 2",
            "nightly --date 2010-12-20 --confirm");
    assertNothingIsPublished();
    assertThat(commands.ledger("check-demotions"))
        .isEqualTo(new Ledger("STOPPED", 20, 0, 2, 0, true, 0));
    assertThat(commands.run("explain", "P-01").out()).contains("earns SUBSCRIBER");
    assertThat(commands.run("explain", "P-01", "--date", SECOND).out())
        .contains("earns REGISTERED");

    Outcome again = commands.nightly(SECOND);

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).isEqualTo(stopped.err());
    assertNothingIsPublished();

    Outcome confirmed = commands.nightly(SECOND, "--confirm");

    assertThat(confirmed.err()).isEmpty();
    assertThat(confirmed.exitCode()).isZero();
    assertThat(confirmed.out()).contains("Night of 2010-12-20 complete", "demotions: 2");
    assertThat(commands.ledger("check-demotions"))
        .isEqualTo(new Ledger("COMPLETED", 20, 0, 2, 0, true, 0));
    assertThat(executionsOf("recalculate")).isEqualTo(2);
    assertThat(executionsOf("publish-feed")).isEqualTo(2);
    assertThat(Files.readString(manifest())).contains("\"date\" : \"2010-12-20\"");
    assertThat(commands.output("decisions")).isNotEqualTo(decisions);
    assertThat(commands.inbox().resolve("enrollments/ended.csv")).doesNotExist();
    assertThat(commands.folder().resolve("archive/2010-12-20/enrollments/ended.csv"))
        .isRegularFile();
    assertThat(commands.run("verify", "--date", SECOND).exitCode()).isZero();
  }

  @Test
  void goesOnFromAConfirmationThatAFailureFollowed() throws IOException {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));
    assertThat(commands.nightly(SECOND).exitCode()).isEqualTo(1);
    Files.writeString(manifest(), "{ damaged");
    assertThat(commands.nightly(SECOND, "--confirm").err()).contains("publish-feed");
    Files.write(manifest(), manifest);

    assertThat(commands.nightly(SECOND).exitCode()).isZero();
  }

  @Test
  void stopsOnceMoreAfterAKillAtTheGate() throws Exception {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));

    commands.killNightlyAfter("check-demotions", SECOND);
    assertNothingIsPublished();
    Outcome again = commands.nightly(SECOND);

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("2 of 20", "nightly --date 2010-12-20 --confirm");
    assertNothingIsPublished();
  }

  @Test
  void remembersAConfirmationAfterAKillRightBehindTheGate() throws Exception {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));
    Outcome stopped = commands.nightly(SECOND);
    assertThat(stopped.exitCode()).isEqualTo(1);

    commands.killNightlyAfter("check-demotions", SECOND, "--confirm");
    Outcome finished = commands.nightly(SECOND);

    assertThat(finished.err()).isEmpty();
    assertThat(finished.exitCode()).isZero();
    assertThat(Files.readString(manifest())).contains("\"date\" : \"2010-12-20\"");
  }

  @Test
  void holdsALaterNightAgainstTheLastCompleteOne() throws IOException {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));
    assertThat(commands.nightly(SECOND).exitCode()).isEqualTo(1);

    Outcome later = commands.nightly(THIRD);

    assertThat(later.exitCode()).isEqualTo(1);
    assertThat(later.err())
        .startsWith("The night of 2010-12-21 has stopped before publication: ")
        .contains("2 of 20", "nightly --date 2010-12-21 --confirm");
    assertNothingIsPublished();
    Outcome overtaken = commands.nightly(SECOND, "--confirm");
    assertThat(overtaken.exitCode()).isEqualTo(2);
    assertThat(overtaken.err()).contains("2010-12-21 has begun and is not complete");

    assertThat(commands.nightly(THIRD, "--confirm").exitCode()).isZero();
    Outcome tooLate = commands.nightly(SECOND, "--confirm");
    assertThat(tooLate.exitCode()).isEqualTo(2);
    assertThat(tooLate.err()).contains("2010-12-21 is complete, and nights only go forward");
  }

  @Test
  void passesALaterNightWhoseEvidenceWasCorrected() {
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));
    assertThat(commands.nightly(SECOND).exitCode()).isEqualTo(1);
    commands.write("enrollments/ended.csv", toolkits(1, 2, ""));

    Outcome later = commands.nightly(THIRD);

    assertThat(later.err()).isEmpty();
    assertThat(later.exitCode()).isZero();
    assertThat(later.out()).contains("demotions: 0");
    assertThat(commands.output("decisions")).isEqualTo(decisions);
  }

  @Test
  void takesAConfirmationThatNoNightNeeds() {
    assertThat(commands.nightly(FIRST, "--confirm").out()).contains("nothing to do");
    assertThat(commands.nightly(SECOND, "--confirm").exitCode()).isZero();
    assertThat(commands.output("decisions")).isEqualTo(decisions);
    // The next night needs a confirmation of its own.
    commands.write("enrollments/ended.csv", toolkits(1, 2, "2010-11-16"));
    assertThat(commands.nightly(THIRD).exitCode()).isEqualTo(1);
  }

  @Test
  void countsNobodyWhoLeft() {
    commands.write(
        "partners/left.csv",
        "partner_id,name,registered_on,status\n"
            + lines(1, 10, "P-%02d,Partner %1$d,2009-01-01,LEFT"));

    Outcome night = commands.nightly(SECOND);

    assertThat(night.exitCode()).isZero();
    // Where nobody fell, nobody is counted who held a tier before.
    assertThat(commands.ledger("check-demotions"))
        .isEqualTo(new Ledger("COMPLETED", 0, 0, 0, 0, true, 0));
  }

  private void assertNothingIsPublished() throws IOException {
    assertThat(Files.readAllBytes(manifest())).isEqualTo(manifest);
    assertThat(commands.output("decisions")).isEqualTo(decisions);
    assertThat(commands.inbox().resolve("enrollments/ended.csv")).isRegularFile();
    assertThat(commands.folder().resolve("archive/" + SECOND)).doesNotExist();
    assertThat(commands.feed().resolve(SECOND)).doesNotExist();
  }

  private Path manifest() {
    return commands.feed().resolve("manifest.json");
  }

  private long executionsOf(String step) {
    return JdbcClient.create(commands.database().dataSource())
        .sql("SELECT count(*) FROM batch_step_execution WHERE step_name = :step")
        .param("step", step)
        .query(Long.class)
        .single();
  }

  private static String toolkits(int first, int last, String until) {
    return "partner_id,specialization,kind,from,to\n"
        + lines(first, last, "P-%02d,CRM,TOOLKIT,2010-01-01," + until);
  }

  private static String lines(int first, int last, String format) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
