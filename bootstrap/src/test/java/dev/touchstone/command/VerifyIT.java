package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights computed once more, and decisions as of a date and as known at a moment. */
class VerifyIT {

  private static final String FIRST = CommandLineFixture.SAMPLE_DATE;
  private static final String SECOND = "2010-11-16";

  @TempDir static Path folder;

  private static CommandLineFixture commands;
  private static List<String> decidedFirst;
  private static Instant afterFirst;

  /** The second night corrects the past: the certificates of one partner were revoked. */
  @BeforeAll
  static void runTwoNights() {
    commands = new CommandLineFixture(folder.resolve("nights"));
    commands.copySampleInbox();
    assertThat(commands.nightly(FIRST).exitCode()).isZero();
    decidedFirst = commands.output("decisions");
    afterFirst = jdbc().sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    String gold = partnerWith("GOLD");
    commands.write(
        "certifications/late.csv",
        "certificate_id,person_id,person_name,partner_id,certification_code,awarded_on,revoked_on\n"
            + jdbc()
                .sql(
                    """
                    SELECT c.certificate_id || ',' || c.person_id || ',Somebody,' || e.partner_id
                      || ',' || c.certification_code || ',' || c.awarded_on || ',2010-11-01'
                    FROM certification c JOIN employment e USING (person_id)
                    WHERE e.partner_id = :partner AND c.superseded_at IS NULL
                      AND e.superseded_at IS NULL AND c.awarded_on < DATE '2010-11-01'
                    """)
                .param("partner", gold)
                .query(String.class)
                .list()
                .stream()
                .reduce("", (all, line) -> all + line + "\n"));
    assertThat(commands.nightly(SECOND).exitCode()).isZero();
  }

  @AfterAll
  static void dropTheDatabase() {
    commands.close();
  }

  @Test
  void findsNoDifferenceInAnyNight() {
    for (String date : List.of(FIRST, SECOND)) {
      CommandLineFixture.Outcome outcome = commands.run("verify", "--date", date);

      assertThat(outcome.out())
          .contains("Night of " + date + ": ", " decisions and ", "no difference");
      assertThat(outcome.out()).contains((decidedFirst.size() - 1) + " decisions");
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @Test
  void decidesAPastNightAnewByWhatWasKnownThen() {
    assertThat(commands.output("decisions", "--date", FIRST, "--known-at", afterFirst.toString()))
        .isEqualTo(decidedFirst);
  }

  @Test
  void decidesAPastDateAnewByWhatIsKnownNow() {
    List<String> corrected =
        commands.output("decisions", "--date", FIRST, "--known-at", "2999-01-01");

    assertThat(corrected).hasSameSizeAs(decidedFirst);
    assertThat(corrected.stream().filter(line -> !decidedFirst.contains(line))).hasSize(1);
    assertThat(commands.output("decisions", "--date", FIRST)).isEqualTo(decidedFirst);
  }

  @Test
  void decidesADateWithoutANight() {
    assertThat(commands.output("decisions", "--date", "2010-11-17"))
        .hasSameSizeAs(decidedFirst)
        .isNotEqualTo(decidedFirst);
  }

  @Test
  void saysWhatIsWrongWithADateOrMoment() {
    assertThat(refusal("--date", "2010-10-29", "--known-at", "2999-01-01"))
        .contains("No policy is in force on 2010-10-29", "takes effect on 2010-10-30");
    assertThat(refusal("--known-at", "2001-01-01T00:00Z"))
        .contains("Nothing was known of any partner at 2001-01-01T00:00:00Z");
    assertThat(refusal("--known-at", "yesterday")).contains("'yesterday' is no moment");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  void tellsWhatWasTamperedWith() {
    String partner = partnerWith("SILVER");
    String standing = "UPDATE standing SET held = '%s' WHERE partner_id = '" + partner + "'";
    String column =
        "UPDATE tier_decision SET people_certified = people_certified + %d"
            + " WHERE partner_id = '"
            + partner
            + "'";
    jdbc().sql(standing.formatted("GOLD")).update();
    assertThat(differences()).contains(partner + " has another standing: stored earned");
    jdbc().sql(standing.formatted("SILVER")).update();

    jdbc().sql(column.formatted(1)).update();
    assertThat(differences()).contains(partner + " has a stored decision that is damaged");
    jdbc().sql(column.formatted(-1)).update();

    jdbc()
        .sql("CREATE TABLE gone AS SELECT * FROM standing WHERE partner_id = '" + partner + "'")
        .update();
    jdbc().sql("DELETE FROM standing WHERE partner_id = '" + partner + "'").update();
    assertThat(differences())
        .contains(partner + " is not stored as it should be: stored no standing");
    jdbc().sql("INSERT INTO standing SELECT * FROM gone").update();
    jdbc().sql("DROP TABLE gone").update();

    assertThat(commands.run("verify", "--date", FIRST).exitCode()).isZero();
  }

  private static String differences() {
    CommandLineFixture.Outcome outcome = commands.run("verify", "--date", FIRST);
    assertThat(outcome.exitCode()).isEqualTo(1);
    return outcome.out();
  }

  private static String refusal(String... options) {
    List<String> args =
        new ArrayList<>(List.of("decisions", "--out", folder.resolve("none.csv").toString()));
    args.addAll(List.of(options));
    CommandLineFixture.Outcome outcome = commands.run(args.toArray(String[]::new));
    assertThat(outcome.exitCode()).isEqualTo(2);
    return outcome.err();
  }

  private static String partnerWith(String tier) {
    return jdbc()
        .sql(
            """
            SELECT partner_id FROM standing
            WHERE held = :tier AND earned = :tier AND business_date = DATE '2010-11-15'
            ORDER BY partner_id LIMIT 1
            """)
        .param("tier", tier)
        .query(String.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return JdbcClient.create(commands.database().dataSource());
  }
}
