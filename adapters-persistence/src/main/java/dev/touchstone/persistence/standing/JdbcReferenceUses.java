package dev.touchstone.persistence.standing;

import dev.touchstone.application.reference.ReferenceUse;
import dev.touchstone.application.reference.port.out.ReferenceUses;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks references up in the findings of the latest complete night. */
public final class JdbcReferenceUses implements ReferenceUses {

  private static final String LATEST_COMPLETE =
      """
      SELECT business_date, run FROM night
      WHERE completed_at IS NOT NULL
      ORDER BY business_date DESC, run DESC
      LIMIT 1
      """;

  private final JdbcClient client;
  private final Decisions decisions;

  /** Nights in the database of the data source, and what they decided. */
  public JdbcReferenceUses(DataSource dataSource, Decisions decisions) {
    this.client = JdbcClient.create(dataSource);
    this.decisions = decisions;
  }

  @Override
  public Optional<ReferenceUse> find(PartnerId partner, ReferenceId reference) {
    Optional<NightId> night =
        client
            .sql(LATEST_COMPLETE)
            .query(
                (row, number) ->
                    new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")))
            .optional();
    return night.flatMap(
        id ->
            decisions
                .find(id, partner)
                .map(decided -> toUse(id.businessDate(), decided, reference)));
  }

  private static ReferenceUse toUse(
      LocalDate night, DecidedStanding decided, ReferenceId reference) {
    List<String> countedFor =
        decided.decision().findings().stream()
            .filter(tier -> counts(tier, reference))
            .map(tier -> tier.tier().name())
            .toList();
    Tier displayed = decided.standing().displayed();
    return new ReferenceUse(night, countedFor, displayed == null ? null : displayed.name());
  }

  private static boolean counts(TierFindings tier, ReferenceId reference) {
    return tier.findings().stream()
        .filter(Finding.References.class::isInstance)
        .map(Finding.References.class::cast)
        .flatMap(finding -> finding.bySpecialization().stream())
        .anyMatch(on -> on.references().contains(reference));
  }
}
