package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfQuery;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfResult;
import dev.touchstone.application.tier.DossiersInMemory;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecideAsOfServiceTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final Instant RECORDED = Instant.parse("2010-11-15T20:00:00Z");

  private final List<DecidedStanding> decided = new ArrayList<>();
  private final DossiersInMemory dossiers =
      new DossiersInMemory(
          RECORDED,
          aPartner().withId("P-2").registered(LocalDate.of(2010, 11, 1)).build(),
          aPartner().withId("P-1").registered(LocalDate.of(2010, 11, 9)).worthGold(DAY).build());

  @Test
  void decidesAllInOrder() {
    assertThat(decide(DAY, RECORDED, null)).isEqualTo(new DecideAsOfResult.Decided(2));
    assertThat(decided.stream().map(of -> of.decision().partner().value()))
        .containsExactly("P-1", "P-2");
    assertThat(decided.get(0).standing().held()).isEqualTo(Policies.GOLD);
  }

  @Test
  void decidesOneAlone() {
    assertThat(decide(DAY, RECORDED, "P-2")).isEqualTo(new DecideAsOfResult.Decided(1));
    assertThat(decided.get(0).decision().partner()).isEqualTo(new PartnerId("P-2"));
  }

  @Test
  void refusesAPartnerNobodyKnows() {
    assertThat(decide(DAY, RECORDED, "p-2"))
        .isEqualTo(
            new DecideAsOfResult.Refused(
                "No partner p-2 was known at 2010-11-15T20:00:00Z. Ids are exact in case."));
  }

  @Test
  void refusesADateWithoutAPolicy() {
    assertThat(decide(LocalDate.of(2010, 10, 29), RECORDED, null))
        .isEqualTo(
            new DecideAsOfResult.Refused(
                "No policy is in force on 2010-10-29. The first, partner-network version 1, takes"
                    + " effect on 2010-10-30."));
  }

  @Test
  void refusesAMomentBeforeAnyEvidence() {
    assertThat(decide(DAY, RECORDED.minusNanos(1000), null))
        .isEqualTo(
            new DecideAsOfResult.Refused(
                "Nothing was known of any partner at 2010-11-15T19:59:59.999999Z."));
  }

  @Test
  void refusesADateBeforeAnybodyRegistered() {
    assertThat(decide(LocalDate.of(2010, 10, 31), RECORDED, null))
        .isEqualTo(
            new DecideAsOfResult.Refused(
                "No partner was registered by 2010-10-31: the first did on 2010-11-01."));
  }

  private DecideAsOfResult decide(LocalDate date, Instant knownAt, @Nullable String partner) {
    TierPolicy policy = Policies.y2010();
    TierPolicies policies =
        new TierPolicies() {
          @Override
          public Optional<TierPolicy> findInForceOn(LocalDate day) {
            return Optional.of(policy).filter(of -> !of.effectiveFrom().isAfter(day));
          }

          @Override
          public List<TierPolicy> listVersions() {
            return List.of(policy);
          }
        };
    return new DecideAsOfService(
            dossiers,
            policies,
            moment -> new StandingRules(CatalogFixtures.small(), List.of(policy)))
        .decide(
            new DecideAsOfQuery(date, knownAt, partner == null ? null : new PartnerId(partner)),
            decided::add);
  }
}
