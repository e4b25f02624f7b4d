package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A night that goes on decides by the rules that it began with, and whom it was asked to. */
class ResumedNightIT {

  private static final String FIRST = CommandLineFixture.SAMPLE_DATE;
  private static final String NEXT = "2010-11-16";

  @TempDir Path folder;

  private CommandLineFixture commands;

  @BeforeEach
  void create() {
    commands = new CommandLineFixture(folder);
    commands.copySampleInbox();
  }

  @AfterEach
  void dropDatabase() {
    commands.close();
  }

  @Test
  void decidesByOneCatalog() throws IOException {
    commands.migrate();
    commands.breakTable("tier_decision");
    assertThat(commands.nightly(FIRST).err()).contains("recalculate");
    commands.mendTable();

    Outcome refused = commands.nightly(FIRST, "--catalog", otherCatalog());

    assertThat(refused.err())
        .startsWith("The night of 2010-11-15 has begun to decide by another catalog");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(count("tier_decision")).isZero();
    assertThat(commands.nightly(FIRST).exitCode()).isZero();
  }

  @Test
  void decidesEveryPartnerWhereTheyAreDividedOtherwise() {
    commands.migrate();
    commands.breakTable(
        "tier_decision",
        "IF NEW.partner_id = (SELECT max(partner_id) FROM partner) THEN"
            + " RAISE EXCEPTION 'broken on purpose'; END IF");
    assertThat(commands.nightly(FIRST, "--touchstone.recalculation.threads=2").exitCode())
        .isEqualTo(1);
    commands.mendTable();
    assertThat(count("tier_decision")).isPositive();
    assertThat(rangesDecided()).isEqualTo(7);
    forgetTheCut();

    assertThat(commands.nightly(FIRST, "--touchstone.recalculation.threads=1").err()).isEmpty();

    assertThat(rangesDecided()).isEqualTo(7 + 4);
    assertThat(count("tier_decision")).isEqualTo(count("partner WHERE superseded_at IS NULL"));
    assertThat(count("standing")).isEqualTo(count("tier_decision"));
  }

  @Test
  void whatIsDecidedIsPublishedWhateverTheRulesAreNow() throws IOException {
    Files.createDirectories(commands.feed());
    Path manifest = Files.writeString(commands.feed().resolve("manifest.json"), "{ damaged");
    assertThat(commands.nightly(FIRST).err()).contains("publish-feed");
    Files.delete(manifest);

    Outcome finished = commands.nightly(FIRST, "--catalog", otherCatalog());

    assertThat(finished.err()).isEmpty();
    assertThat(finished.exitCode()).isZero();
  }

  @Test
  void aStepWhoseEndCouldNotBeWrittenStandsInNoWay() {
    commands.migrate();
    commands.breakTable("tier_decision");
    assertThat(commands.nightly(FIRST).exitCode()).isEqualTo(1);
    commands.mendTable();
    int running =
        JdbcClient.create(commands.database().dataSource())
            .sql(
                """
                UPDATE batch_step_execution
                SET status = 'STARTED', exit_code = 'EXECUTING', end_time = NULL
                WHERE status = 'FAILED'
                """)
            .update();
    assertThat(running).isPositive();

    Outcome finished = commands.nightly(FIRST);

    assertThat(finished.err()).isEmpty();
    assertThat(finished.exitCode()).isZero();
  }

  @Test
  void decidesAllWhereAnAttemptBeforeWasAskedTo() {
    assertThat(commands.nightly(FIRST).exitCode()).isZero();
    commands.breakTable("recalculation");
    assertThat(commands.nightly(NEXT, "--full").err()).contains("plan-recalculation");
    commands.mendTable();

    Outcome finished = commands.nightly(NEXT);

    assertThat(finished.err()).isEmpty();
    assertThat(finished.out()).contains("that was asked for");
  }

  @Test
  void saysWhereTheWishForAllComesTooLate() {
    assertThat(commands.nightly(FIRST).exitCode()).isZero();
    commands.breakTable(
        "batch_step_execution",
        "IF NEW.step_name = 'recalculate' THEN RAISE EXCEPTION 'broken on purpose'; END IF");
    assertThat(commands.nightly(NEXT).exitCode()).isEqualTo(1);
    commands.mendTable();

    Outcome refused = commands.nightly(NEXT, "--full");

    assertThat(refused.err()).contains("--again --full");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(commands.nightly(NEXT).exitCode()).isZero();
    assertThat(commands.nightly(NEXT, "--again", "--full").out()).contains("that was asked for");
  }

  @Test
  void noneIsBegunFarAheadByMistake() {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    String ahead = today.plusYears(1).toString();
    assertThat(commands.nightly(today.toString(), "--confirm").exitCode()).isZero();

    Outcome refused = commands.nightly(ahead);

    assertThat(refused.err()).startsWith(ahead + " lies ahead of today").contains("--ahead");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(commands.nightly(ahead, "--ahead", "--confirm").exitCode()).isZero();
    Outcome again = commands.nightly(ahead);
    assertThat(again.out()).contains("nothing to do");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void anyDateIsADateWhereNightsDoNotFollowTheCalendar() {
    String ahead = LocalDate.now(Clock.systemUTC()).plusYears(1).toString();

    assertThat(commands.nightly(ahead, "--confirm").exitCode()).isZero();
  }

  private String otherCatalog() throws IOException {
    try (InputStream shipped =
        ResumedNightIT.class.getResourceAsStream("/dev/touchstone/defaults/catalog.yaml")) {
      String words =
          new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
      Path other = folder.resolve("other-catalog.yaml");
      return Files.writeString(other, words.replaceFirst("(?m)^version: .*$", "version: 99"))
          .toString();
    }
  }

  private long rangesDecided() {
    return count(
        "batch_step_execution WHERE step_name LIKE 'recalculate-range:%' AND status = 'COMPLETED'");
  }

  /** As for another program: the framework holds on to the number of ranges, and to no more. */
  private void forgetTheCut() {
    JdbcClient.create(commands.database().dataSource())
        .sql(
            """
            UPDATE batch_step_execution_context SET short_context = (
              SELECT c.short_context
              FROM batch_step_execution_context c JOIN batch_step_execution USING (step_execution_id)
              WHERE step_name = 'fix-evidence')
            WHERE step_execution_id IN (
              SELECT step_execution_id FROM batch_step_execution WHERE step_name = 'recalculate')
            """)
        .update();
  }

  private long count(String table) {
    return JdbcClient.create(commands.database().dataSource())
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }
}
