package dev.touchstone.domain.standing.outlook;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.standing.outlook.Fall.Cause;
import dev.touchstone.domain.standing.outlook.Fall.CauseKind;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookRulesTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  @Test
  void findsEverybodyCriticalWhereNobodyIsToSpare() {
    Outlook outlook = find(aPartner().worthGold(DAY), Policies.y2010());

    assertThat(outlook.criticalPeople())
        .extracting(PersonId::value)
        .containsExactly("GOLD-0", "GOLD-1", "GOLD-2", "GOLD-3");
    assertThat(outlook.criticalCertificates())
        .extracting(CertificateId::value)
        .containsExactly("C-GOLD-0", "C-GOLD-1", "C-GOLD-2", "C-GOLD-3");
  }

  @Test
  void fallsWhenTheResponsesLeaveTheWindow() {
    Fall fall = find(aPartner().worthGold(DAY), Policies.y2010()).fall();

    assertThat(fall.on()).isEqualTo(DAY.plusYears(1));
    assertThat(fall.to()).isEqualTo(Policies.SILVER);
    assertThat(fall.causes()).hasSize(10);
    assertThat(fall.causes()).extracting(Cause::kind).containsOnly(CauseKind.RESPONSE_LEAVES);
    assertThat(fall.unmet()).hasSize(1).first().isInstanceOf(Finding.Survey.class);
  }

  @Test
  void fallsWhenALaterPolicyDemandsMore() {
    TierPolicy first = Policies.demanding(new Criterion.Toolkits(1));
    TierPolicy second =
        new TierPolicy(
            new dev.touchstone.domain.tier.PolicyVersion("p", 2),
            DAY.plusDays(10),
            true,
            Policies.demanding(new Criterion.Toolkits(2)).tiers(),
            first.standing(),
            first.integrity());

    Fall fall = find(aPartner().withToolkit("CRM"), first, second).fall();

    assertThat(fall.on()).isEqualTo(DAY.plusDays(10));
    assertThat(fall.causes())
        .containsExactly(new Cause(CauseKind.POLICY_TAKES_EFFECT, "p version 2"));
  }

  @Test
  void leavesOutWhatEndsOnTheDayButDoesNotMatter() {
    LocalDate end = DAY.plusDays(5);
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", PartnerBuilder.LONG_AGO, end)
            .withReference("R-1", "CRM", "Rossi", PartnerBuilder.LONG_AGO, end);

    Fall fall = find(partner, Policies.demanding(new Criterion.Toolkits(1))).fall();

    assertThat(fall.causes()).containsExactly(new Cause(CauseKind.TOOLKIT_ENDS, "CRM"));
  }

  @Test
  void neverFallsFromTheLowestTier() {
    Outlook outlook = find(aPartner(), Policies.y2010());

    assertThat(outlook).isEqualTo(new Outlook(List.of(), List.of(), null));
  }

  private static Outlook find(PartnerBuilder partner, TierPolicy... policies) {
    return new OutlookRules(CatalogFixtures.small(), List.of(policies))
        .find(partner.build(), DAY)
        .orElseThrow();
  }
}
