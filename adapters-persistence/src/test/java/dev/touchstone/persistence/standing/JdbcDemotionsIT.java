package dev.touchstone.persistence.standing;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.Demotion;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcDemotionsIT {

  private static final Tier SILVER = new Tier("SILVER");
  private static final Tier GOLD = new Tier("GOLD");

  // Not the order of the alphabet: only the ladder says which tier is higher.
  private static final Ladder LADDER = new Ladder(List.of(new Tier("REGISTERED"), SILVER, GOLD));

  private static final LocalDate FIRST_DATE = LocalDate.of(2010, 11, 15);
  private static final LocalDate SECOND_DATE = LocalDate.of(2010, 11, 16);
  private static final LocalDate THIRD_DATE = LocalDate.of(2010, 11, 17);
  private static final NightId FIRST = new NightId(FIRST_DATE, 1);
  private static final NightId SECOND = new NightId(SECOND_DATE, 1);
  private static final NightId THIRD = new NightId(THIRD_DATE, 1);

  private DataSource dataSource;
  private JdbcDecisions decisions;
  private JdbcDemotions demotions;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    decisions = new JdbcDecisions(dataSource);
    demotions = new JdbcDemotions(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Test
  void findsWhoHoldsALowerTierThanBefore() {
    record(FIRST, holders("GOLD", FIRST_DATE, "b", "a", "stays", "left"));
    record(FIRST, holders("SILVER", FIRST_DATE, "promoted"));
    record(FIRST, undecided("none", FIRST_DATE));
    DecidedStanding silver = decided("b", SECOND_DATE, "SILVER");
    DecidedStanding registered = decided("a", SECOND_DATE, "REGISTERED");
    record(SECOND, silver, registered, decided("stays", SECOND_DATE, "GOLD"));
    record(SECOND, undecided("left", SECOND_DATE), decided("promoted", SECOND_DATE, "GOLD"));
    record(SECOND, decided("none", SECOND_DATE, "REGISTERED"));

    Standing before = decided("a", FIRST_DATE, "GOLD").standing();
    assertThat(list(FIRST, SECOND))
        .containsExactly(new Demotion(before, registered), new Demotion(before, silver));
  }

  @Test
  void comparesWithTheNightAskedForOverOthersBetween() {
    record(FIRST, decided("P-1", FIRST_DATE, "GOLD"), decided("P-2", FIRST_DATE, "GOLD"));
    record(SECOND, decided("P-1", SECOND_DATE, "SILVER"), decided("P-2", SECOND_DATE, "SILVER"));
    record(THIRD, decided("P-2", THIRD_DATE, "GOLD"));

    assertThat(list(FIRST, THIRD))
        .extracting(demotion -> demotion.after().decision())
        .containsExactly(decided("P-1", THIRD_DATE, "SILVER").decision());
    assertThat(list(SECOND, THIRD)).isEmpty();
  }

  @Test
  void countsWhoHoldsATier() {
    IntakeFixture intake = new IntakeFixture(dataSource);
    NightId night = intake.night(FIRST_DATE.toString());
    intake.take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    record(FIRST, decided("P-1", FIRST_DATE, "GOLD"), undecided("P-2", FIRST_DATE));
    record(SECOND, decided("P-2", SECOND_DATE, "SILVER"));

    assertThat(demotions.countHeld(FIRST)).isEqualTo(1);
    assertThat(demotions.countHeld(SECOND)).isEqualTo(2);
  }

  private static DecidedStanding[] holders(String tier, LocalDate date, String... partners) {
    return Stream.of(partners)
        .map(partner -> decided(partner, date, tier))
        .toArray(DecidedStanding[]::new);
  }

  private void record(NightId night, DecidedStanding... partners) {
    transaction.executeWithoutResult(status -> decisions.record(night, List.of(partners)));
  }

  private List<Demotion> list(NightId earlier, NightId later) {
    List<Demotion> list = new ArrayList<>();
    demotions.forEach(earlier, later, LADDER, list::add);
    return list;
  }
}
