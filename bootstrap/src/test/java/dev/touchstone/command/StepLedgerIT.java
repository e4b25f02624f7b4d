package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Spring Batch's ledger says of each step: for a good file, a bad row, a fatal file, a failure
 * with a restart, and a rerun.
 */
class StepLedgerIT {

  private static final String DATE = "2010-11-15";
  private static final String SURVEY = "surveys/alfa/alfa-2010-1.xlsx";

  @TempDir Path folder;

  private CommandLineFixture commands;

  @BeforeEach
  void createDatabase() {
    commands = new CommandLineFixture(folder);
  }

  @AfterEach
  void dropDatabase() {
    commands.close();
  }

  @Test
  void countsAGoodFile() {
    writeGoodFiles();

    assertThat(commands.nightly(DATE).exitCode()).isZero();

    assertThat(commands.ledger("register-inbox")).isEqualTo(completed(4, 4, 0, 0));
    assertThat(commands.ledger("stage-partners")).isEqualTo(completed(2, 2, 0, 0));
    assertThat(commands.ledger("merge-partners")).isEqualTo(completed(2, 2, 0, 0));
    assertThat(commands.ledger("stage-enrollments")).isEqualTo(completed(2, 2, 0, 0));
    assertThat(commands.ledger("merge-enrollments")).isEqualTo(completed(2, 2, 0, 0));
    assertThat(commands.ledger("stage-certifications")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.ledger("merge-certifications")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.ledger("stage-references")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.ledger("merge-references")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.ledger("report-rejects")).isEqualTo(completed(4, 0, 0, 0));
    assertThat(commands.ledger("fix-evidence").exitCode()).isEqualTo("COMPLETED");
    assertThat(commands.ledger("check-integrity")).isEqualTo(completed(0, 0, 0, 0));
    assertThat(commands.ledger("recalculate").readCount()).isEqualTo(2);
    assertThat(commands.ledger("recalculate").writeCount()).isEqualTo(2);
    assertThat(commands.ledger("check-demotions")).isEqualTo(completed(0, 0, 0, 0));
    assertThat(commands.ledger("publish-feed").writeCount()).isEqualTo(2);
    assertThat(commands.ledger("archive-inbox")).isEqualTo(completed(4, 4, 0, 0));
    assertThat(commands.ledger("complete-night").exitCode()).isEqualTo("COMPLETED");
  }

  @Test
  void countsBadRowsAsSkippedAndEqualOnesAsFiltered() {
    commands.write(
        "partners/p.csv",
        """
        partner_id,name,registered_on
        P-1,Uno,2009-01-01
        P-1,Uno,2009-01-01
        P-2,,2009-01-01
        P-1,Altro,2009-01-01
        """);

    assertThat(commands.nightly(DATE).exitCode()).isZero();

    assertThat(commands.ledger("stage-partners")).isEqualTo(completed(4, 4, 0, 0));
    assertThat(commands.ledger("merge-partners")).isEqualTo(completed(4, 1, 1, 2));
    assertThat(commands.ledger("report-rejects")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.output("rejects"))
        .anyMatch(line -> line.startsWith("partners/p.csv,,4,P-2,MISSING_VALUE"))
        .anyMatch(line -> line.startsWith("partners/p.csv,,5,P-1,DUPLICATE_KEY"))
        .hasSize(3);
  }

  @Test
  void rejectsAFatalFileAndTakesTheOther() {
    commands.write("partners/a.csv", "partner_id,name,registered_on\nP-1,\"Uno,2009-01-01\n");
    commands.write("partners/b.csv", "partner_id,name,registered_on\nP-2,Due,2009-01-01\n");

    assertThat(commands.nightly(DATE).exitCode()).isZero();

    // One item says that the file cannot be used, the other is the good row.
    assertThat(commands.ledger("stage-partners")).isEqualTo(completed(2, 2, 0, 0));
    assertThat(commands.ledger("merge-partners")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.output("decisions")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "partner_stage, stage-partners",
    "partner, merge-partners",
    "enrollment_stage, stage-enrollments",
    "enrollment, merge-enrollments",
    "certification_stage, stage-certifications",
    "employment, merge-certifications",
    "reference_stage, stage-references",
    "reference, merge-references",
    "survey_response_stage, stage-surveys",
    "survey_response, merge-surveys",
    "tier_decision, recalculate",
    "standing, recalculate"
  })
  void finishesAfterAFailure(String table, String step) {
    commands.migrate();
    writeGoodFiles();
    copySurvey();
    commands.breakTable(table);

    CommandLineFixture.Outcome failed = commands.nightly(DATE);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("is not complete", step, "broken on purpose").hasLineCount(1);
    assertThat(commands.feed().resolve("manifest.json")).doesNotExist();
    assertThat(commands.inbox().resolve("partners/p.csv")).isRegularFile();

    commands.mendTable();
    assertThat(commands.nightly(DATE).exitCode()).isZero();
    assertThat(commands.output("decisions")).isEqualTo(undisturbed());
  }

  @Test
  void takesAFileLaterThatWasGoneWhenTheNightWasFinished() throws IOException {
    commands.migrate();
    writeGoodFiles();
    copySurvey();
    commands.breakTable("partner_stage");
    assertThat(commands.nightly(DATE).exitCode()).isEqualTo(1);
    commands.mendTable();
    Path file = commands.inbox().resolve("enrollments/e.csv");
    Path aside = commands.folder().resolve("e.csv");
    Files.move(file, aside);

    assertThat(commands.nightly(DATE).exitCode()).isZero();
    assertThat(commands.output("rejects"))
        .anyMatch(line -> line.startsWith("enrollments/e.csv,,,,FILE_UNREADABLE,"));
    Files.createDirectories(file.getParent());
    Files.move(aside, file);
    assertThat(commands.nightly(DATE, "--again").exitCode()).isZero();

    assertThat(commands.output("decisions"))
        .anyMatch(line -> line.startsWith("P-000012,SUBSCRIBER,"));
  }

  @Test
  void namesANightThatWasNeverFinished() {
    commands.migrate();
    writeGoodFiles();
    commands.breakTable("partner_stage");
    assertThat(commands.nightly(DATE).exitCode()).isEqualTo(1);
    commands.mendTable();

    assertThat(commands.nightly("2010-11-16").out())
        .contains("The night of 2010-11-15 was begun and never finished");
    assertThat(commands.nightly("2010-11-17").out()).contains("The night of 2010-11-15 was begun");
  }

  @ParameterizedTest
  @CsvSource({"partner_stage", "survey_response_stage", "tier_decision"})
  void finishesWhereTheOutcomeOfATransactionIsUnknown(String table) {
    commands.migrate();
    writeGoodFiles();
    copySurvey();
    commands.breakTable(table, "PERFORM pg_terminate_backend(pg_backend_pid())");
    assertThat(commands.nightly(DATE).exitCode()).isEqualTo(1);
    commands.mendTable();
    assertThat(commands.countStepsThatEnded("UNKNOWN")).isPositive();

    CommandLineFixture.Outcome night = commands.nightly(DATE);

    assertThat(night.err()).isEmpty();
    assertThat(commands.output("decisions")).isEqualTo(undisturbed());
  }

  @Test
  void finishesWithMoreThreadsThanConnections() {
    writeGoodFiles();
    List<String> args =
        new ArrayList<>(
            List.of("nightly", "--inbox", "" + commands.inbox(), "--feed", "" + commands.feed()));
    args.addAll(List.of("--date", DATE, "--touchstone.recalculation.threads=64"));
    args.add("--spring.datasource.hikari.maximum-pool-size=5");
    args.add("--spring.datasource.hikari.connection-timeout=5000");

    CommandLineFixture.Outcome night = commands.run(args.toArray(String[]::new));

    assertThat(night.err()).isEmpty();
    assertThat(night.exitCode()).isZero();
  }

  @Test
  void finishesAfterAFailedCheckOfIntegrityAndFindsTheSame() {
    commands.migrate();
    writeGoodFiles();
    writeOddReferences();
    commands.breakTable("integrity_finding");

    CommandLineFixture.Outcome failed = commands.nightly(DATE);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("is not complete", "check-integrity", "broken on purpose");
    assertThat(commands.ledger("check-integrity").exitCode()).isEqualTo("FAILED");
    assertThat(commands.output("findings")).hasSize(1);

    commands.mendTable();
    assertThat(commands.nightly(DATE).exitCode()).isZero();
    assertThat(commands.ledger("check-integrity")).isEqualTo(completed(0, 1, 0, 0));
    List<String> found = commands.output("findings");
    assertThat(found).hasSize(2);

    assertThat(commands.nightly("2010-11-16").exitCode()).isZero();
    assertThat(commands.ledger("check-integrity")).isEqualTo(completed(0, 1, 0, 0));
    assertThat(commands.output("findings")).isEqualTo(found);
    assertThat(commands.output("findings", "--date", DATE)).isEqualTo(found);
  }

  @Test
  void countsTiersHeldAndDemotions() {
    commands.write(
        "partners/p.csv",
        "partner_id,name,registered_on\nP-1,Uno,2009-01-01\nP-2,Due,2009-01-01\n");
    commands.write(
        "enrollments/e.csv", "partner_id,specialization,kind,from\nP-1,CRM,TOOLKIT,2010-01-01\n");
    assertThat(commands.nightly(DATE).exitCode()).isZero();
    assertThat(commands.ledger("check-demotions")).isEqualTo(completed(0, 0, 0, 0));

    commands.write(
        "enrollments/e.csv",
        "partner_id,specialization,kind,from,to\nP-1,CRM,TOOLKIT,2010-01-01,2010-11-16\n");
    assertThat(commands.nightly("2010-12-20").exitCode()).isEqualTo(1);
    assertThat(commands.ledger("check-demotions"))
        .isEqualTo(new Ledger("STOPPED", 2, 0, 1, 0, true, 0));

    assertThat(commands.nightly("2010-12-20", "--confirm").exitCode()).isZero();
    assertThat(commands.ledger("check-demotions")).isEqualTo(completed(2, 0, 1, 0));
    assertThat(commands.nightly("2010-12-20", "--again").exitCode()).isZero();
    assertThat(commands.ledger("check-demotions")).isEqualTo(completed(0, 0, 0, 0));
  }

  @Test
  void finishesAfterAFailedPublication() throws IOException {
    writeGoodFiles();
    Files.createDirectories(commands.feed());
    Files.writeString(commands.feed().resolve("manifest.json"), "{ damaged");

    CommandLineFixture.Outcome failed = commands.nightly(DATE);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("publish-feed", "manifest.json").hasLineCount(1);

    Files.delete(commands.feed().resolve("manifest.json"));
    assertThat(commands.nightly(DATE).exitCode()).isZero();
    assertThat(commands.ledger("publish-feed").writeCount()).isEqualTo(2);
  }

  @Test
  void takesLateFilesWhenRunAgain() {
    writeGoodFiles();
    assertThat(commands.nightly(DATE, "--keep").exitCode()).isZero();
    commands.write("partners/late.csv", "partner_id,name,registered_on\nP-3,Tre,2009-01-01\n");

    assertThat(commands.nightly(DATE, "--keep").out()).contains("nothing to do");
    assertThat(commands.nightly(DATE, "--again", "--keep").exitCode()).isZero();

    assertThat(commands.ledger("register-inbox")).isEqualTo(completed(5, 1, 4, 0));
    assertThat(commands.ledger("stage-partners")).isEqualTo(completed(1, 1, 0, 0));
    assertThat(commands.ledger("publish-feed").writeCount()).isEqualTo(3);
    assertThat(commands.output("decisions")).hasSize(4);
  }

  @Test
  void changesNothingOnALaterNightWithTheSameFiles() {
    writeGoodFiles();
    assertThat(commands.nightly(DATE, "--keep").exitCode()).isZero();
    List<String> before = commands.output("decisions");

    assertThat(commands.nightly("2010-11-16", "--keep").exitCode()).isZero();

    assertThat(commands.ledger("merge-partners")).isEqualTo(completed(2, 0, 2, 0));
    assertThat(commands.ledger("merge-certifications")).isEqualTo(completed(1, 0, 1, 0));
    assertThat(commands.output("decisions")).isEqualTo(before);
  }

  private List<String> undisturbed() {
    try (CommandLineFixture other = new CommandLineFixture(folder.resolve("undisturbed"))) {
      CommandLineFixture.copy(commands.folder().resolve("archive").resolve(DATE), other.inbox());
      assertThat(other.nightly(DATE).exitCode()).isZero();
      assertThat(CommandLineFixture.contents(other.feed()))
          .isEqualTo(CommandLineFixture.contents(commands.feed()));
      return other.output("decisions");
    }
  }

  private void writeGoodFiles() {
    commands.write(
        "partners/p.csv",
        "partner_id,name,registered_on\nP-000012,Uno,2009-01-01\nP-2,Due,2009-01-01\n");
    commands.write(
        "enrollments/e.csv",
        """
        partner_id,specialization,kind,from
        P-000012,CRM,TOOLKIT,2010-01-01
        P-000012,CRM,COMPETENCY,2010-01-01
        """);
    commands.write(
        "certifications/c.csv",
        """
        certificate_id,person_id,person_name,partner_id,certification_code,awarded_on
        C-1,H-1,Ada,P-000012,TC-109,2010-01-01
        """);
    commands.write(
        "references/r.csv",
        """
        reference_id,partner_id,specialization,customer_name,requested_on,signed_on
        R-1,P-000012,CRM,Cliente,2010-01-01,2010-01-05
        """);
  }

  /** Four references by one signatory, one more than the policy lets pass unnoticed. */
  private void writeOddReferences() {
    commands.write(
        "references/odd.csv",
        """
        reference_id,partner_id,specialization,customer_name,signatory_name,requested_on,signed_on
        O-1,P-2,CRM,Cliente,Anna,2010-01-01,2010-01-05
        O-2,P-2,CRM,Cliente,Anna,2010-01-01,2010-01-05
        O-3,P-2,CRM,Cliente,Anna,2010-01-01,2010-01-05
        O-4,P-2,CRM,Cliente,Anna,2010-01-01,2010-01-05
        """);
  }

  private void copySurvey() {
    CommandLineFixture.copy(
        CommandLineFixture.SAMPLES.resolve("inbox/surveys/alfa"),
        commands.inbox().resolve("surveys/alfa"));
    assertThat(commands.inbox().resolve(SURVEY)).isRegularFile();
  }

  /** A step that completed with commits, how many the framework says, and without a rollback. */
  private Ledger completed(long read, long write, long filter, long skip) {
    return new Ledger("COMPLETED", read, write, filter, skip, true, 0);
  }
}
