package dev.touchstone.persistence.tier;

import static dev.touchstone.application.tier.PolicyFileFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.persistence.MigratedDatabase;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcTierPoliciesIT {

  private static final Instant NOON = Instant.parse("2010-10-01T12:00:00Z");

  private DataSource dataSource;
  private PolicyRegistry registry;
  private JdbcTierPolicies policies;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    registry = new JdbcPolicyRegistry(dataSource, new JdbcTransactionManager(dataSource));
    policies = new JdbcTierPolicies(dataSource, new YamlPolicyFiles());
  }

  @Test
  void letsTheShippedPolicyStandInWithoutWritingIt() {
    PolicyFile shipped = new YamlPolicyFiles().readDefault();

    assertThat(policies.listVersions()).containsExactly(shipped.policy());
    assertThat(policies.findInForceOn(LocalDate.of(2010, 10, 29))).isEmpty();
    assertThat(policies.findInForceOn(LocalDate.of(2010, 10, 30))).contains(shipped.policy());
    assertThat(registry.list()).isEmpty();
  }

  @Test
  void findsTheLatestThatHasTakenEffect() {
    PolicyFile second = add(file(2, "2011-09-30", "LOW", "HIGH"));
    PolicyFile first = add(file(1, "2010-10-30", "LOW"));

    assertThat(policies.listVersions()).containsExactly(first.policy(), second.policy());
    assertThat(policies.findInForceOn(LocalDate.of(2010, 10, 29))).isEmpty();
    assertThat(policies.findInForceOn(LocalDate.of(2010, 10, 30))).contains(first.policy());
    assertThat(policies.findInForceOn(LocalDate.of(2011, 9, 29))).contains(first.policy());
    assertThat(policies.findInForceOn(LocalDate.of(2011, 9, 30))).contains(second.policy());
  }

  @Test
  void seesWhatOthersRegisterAndRetire() {
    PolicyFile first = add(file(1, "2010-10-30", "LOW"));
    assertThat(policies.listVersions()).containsExactly(first.policy());

    PolicyFile second = add(file(2, "2011-09-30", "LOW"));
    assertThat(policies.listVersions()).containsExactly(first.policy(), second.policy());

    retire(second);
    assertThat(policies.listVersions()).containsExactly(first.policy());
  }

  @Test
  void hasNoneWhereAllAreRetired() {
    retire(add(file(1, "2010-10-30", "LOW")));

    assertThat(policies.listVersions()).isEmpty();
    assertThat(policies.findInForceOn(LocalDate.of(2010, 11, 15))).isEmpty();
  }

  @Test
  void refusesATextThatWasChangedBehindItsBack() {
    add(file(1, "2010-10-30", "LOW"));
    JdbcClient.create(dataSource)
        .sql("UPDATE policy_version SET content = content || '  HIGH: []'")
        .update();

    assertThatIllegalStateException()
        .isThrownBy(() -> policies.listVersions())
        .withMessageContaining(
            "partner-network version 1 in the database is not what was registered");
  }

  private PolicyFile add(PolicyFile file) {
    return registry.inTurn(
        () -> {
          registry.add(file, NOON);
          return file;
        });
  }

  private void retire(PolicyFile file) {
    registry.inTurn(
        () -> {
          registry.retire(file.policy().version(), NOON.plusSeconds(9));
          return file;
        });
  }
}
