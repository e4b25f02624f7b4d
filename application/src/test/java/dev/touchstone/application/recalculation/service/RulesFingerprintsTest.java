package dev.touchstone.application.recalculation.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesFingerprintsTest {

  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);

  /** Sets are in another order in each process, and a night is compared with one of another. */
  @Test
  void areTheSameInEachProcess() {
    assertThat(of(catalog("C-1", "C-2", "C-3", "C-4", "C-5", "C-6", "C-7"), Policies.y2010()).hex())
        .isEqualTo("8df3e488be30a576c9d7cf86086d237f9b501fc4d5d26211085ba39213462377");
  }

  @Test
  void changeWithTheCatalog() {
    RulesFingerprint before = of(catalog("C-1", "C-2"), Policies.y2010());
    assertThat(of(catalog("C-2", "C-1"), Policies.y2010())).isEqualTo(before);
    assertThat(of(catalog("C-1", "C-3"), Policies.y2010())).isNotEqualTo(before);
  }

  @Test
  void changeWithPoliciesThatAreInForce() {
    RulesFingerprint before = of(catalog("C-1"), Policies.y2010());
    assertThat(of(catalog("C-1"), Policies.y2010(), second(DATE.plusDays(1)))).isEqualTo(before);
    assertThat(of(catalog("C-1"), Policies.y2010(), second(DATE))).isNotEqualTo(before);
  }

  private static TierPolicy second(LocalDate effectiveFrom) {
    TierPolicy first = Policies.y2010();
    return new TierPolicy(
        new PolicyVersion(first.version().policy(), 99),
        effectiveFrom,
        first.cumulative(),
        first.tiers(),
        first.standing(),
        first.integrity());
  }

  private static Catalog catalog(String... accepted) {
    return new Catalog(
        "a catalog",
        1,
        List.of(
            new Specialization(
                new SpecializationCode("CRM"),
                SpecializationKind.values()[0],
                Map.of("en", "CRM", "it", "CRM"),
                Set.copyOf(List.of(accepted).stream().map(CertificationCode::new).toList()))));
  }

  private static RulesFingerprint of(Catalog catalog, TierPolicy... versions) {
    return new RulesFingerprints(() -> catalog, new Versions(List.of(versions))).apply(DATE);
  }

  private record Versions(List<TierPolicy> listVersions) implements TierPolicies {
    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate day) {
      throw new UnsupportedOperationException();
    }
  }
}
