package dev.touchstone.persistence.standing;

import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.standing.Redecision;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcRedecisionsIT {

  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);
  private static final NightId NIGHT = new NightId(DATE, 1);
  private static final Instant KNOWN = Instant.parse("2010-12-01T12:00:00.000001Z");

  private JdbcClient client;
  private JdbcRedecisions redecisions;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    redecisions = new JdbcRedecisions(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    new JdbcNights(dataSource)
        .open(
            new Night(NIGHT, new PolicyVersion("partner-network", 1), null, null, null),
            Instant.EPOCH);
  }

  @Test
  void givesBackWhatWasAppended() {
    DecidedStanding atRisk =
        new DecidedStanding(
            decided("P-1", DATE, "SILVER").decision(),
            new Standing(
                new Tier("SILVER"), new Tier("GOLD"), true, LocalDate.of(2010, 12, 15), DATE));
    for (DecidedStanding decided : List.of(atRisk, undecided("P-2", DATE))) {
      long id = append(decided);

      assertThat(redecisions.getRedecision(id)).isEqualTo(new Redecision(id, KNOWN, decided));
    }
  }

  @Test
  void keepsSeveralOfOneNightAndPartner() {
    assertThat(append(decided("P-1", DATE, "SILVER")))
        .isLessThan(append(decided("P-1", DATE, "SILVER")));
    assertThatThrownBy(() -> redecisions.getRedecision(99))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNeverChanged() {
    long id = append(decided("P-1", DATE, "SILVER"));

    assertThatThrownBy(() -> client.sql("UPDATE redecision SET held = 'GOLD'").update())
        .hasMessageContaining("only ever added");
    assertThatThrownBy(() -> client.sql("DELETE FROM redecision").update())
        .hasMessageContaining("only ever added");
    assertThat(redecisions.getRedecision(id).decided()).isEqualTo(decided("P-1", DATE, "SILVER"));
  }

  private long append(DecidedStanding decided) {
    return transaction.execute(status -> redecisions.append(NIGHT, KNOWN, decided));
  }
}
