package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The policies that are registered and not retired. The one shipped with the product stands in
 * while none was ever registered.
 */
public final class JdbcTierPolicies implements TierPolicies {

  private final PolicyRows rows;
  private final PolicyFiles files;

  /** Policies in the database of the data source; one of the files stands in for them. */
  public JdbcTierPolicies(DataSource dataSource, PolicyFiles files) {
    this.rows = new PolicyRows(JdbcClient.create(dataSource));
    this.files = files;
  }

  @Override
  public Optional<TierPolicy> findInForceOn(LocalDate day) {
    return listVersions().stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(day))
        .reduce((earlier, later) -> later);
  }

  @Override
  public List<TierPolicy> listVersions() {
    List<RegisteredPolicy> registered = rows.list();
    return registered.isEmpty()
        ? List.of(files.readDefault().policy())
        : registered.stream()
            .filter(policy -> !policy.isRetired())
            .map(RegisteredPolicy::policy)
            .toList();
  }
}
