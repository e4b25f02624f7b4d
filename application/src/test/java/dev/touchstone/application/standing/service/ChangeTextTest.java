package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final LocalDate NEXT = DAY.plusDays(1);

  @Test
  void saysWhatThePartnerBeginsWith() {
    assertThat(ChangeText.first(on(DAY, aPartner().withToolkit("CRM"))))
        .isEqualTo("first decision: holds SUBSCRIBER");
    assertThat(
            ChangeText.first(
                on(DAY, aPartner().withStatus(LocalDate.MIN, PartnerStatus.SUSPENDED))))
        .isEqualTo("first decision: no tier, because the partner is suspended");
  }

  @Test
  void tellsAPromotion() {
    assertThat(between(aPartner().withToolkit("CRM", NEXT, null)))
        .isEqualTo(
            "promoted from REGISTERED to SUBSCRIBER; earns SUBSCRIBER; now met: SUBSCRIBER.toolkits");
  }

  @Test
  void tellsARiskAndItsEnd() {
    PartnerBuilder losing = aPartner().withToolkit("CRM", PartnerBuilder.LONG_AGO, NEXT);
    assertThat(between(losing))
        .isEqualTo(
            "earns REGISTERED; at risk until 2010-12-16; no longer met: SUBSCRIBER.toolkits");

    PartnerBuilder recovering =
        aPartner().withToolkit("CRM", PartnerBuilder.LONG_AGO, DAY).withToolkit("ERP", NEXT, null);
    assertThat(between(recovering))
        .isEqualTo("earns SUBSCRIBER; no longer at risk; now met: SUBSCRIBER.toolkits");
  }

  @Test
  void tellsADemotion() {
    PartnerBuilder losing = aPartner().withToolkit("CRM", PartnerBuilder.LONG_AGO, DAY);
    LocalDate graceEnd = DAY.plusDays(30);

    assertThat(
            ChangeText.between(
                on(graceEnd.minusDays(1), losing), on(graceEnd, losing), Policies.y2010().ladder()))
        .isEqualTo("demoted from SUBSCRIBER to REGISTERED");
  }

  @Test
  void tellsWhyThereIsNoTierAndThatItIsBack() {
    PartnerBuilder partner =
        aPartner().active().withStatus(NEXT, PartnerStatus.LEFT).withToolkit("CRM");
    assertThat(between(partner)).isEqualTo("no tier, because the partner has left the program");

    PartnerBuilder back =
        aPartner()
            .withStatus(LocalDate.MIN, PartnerStatus.SUSPENDED)
            .withStatus(NEXT, PartnerStatus.ACTIVE);
    assertThat(between(back)).isEqualTo("holds REGISTERED again; earns REGISTERED");
  }

  @Test
  void tellsTheEndOfALegacyRight() {
    LocalDate sunset = LocalDate.of(2011, 10, 30);
    PartnerBuilder partner = aPartner().withLegacy(LegacyLevel.GOLD_CERTIFIED);

    assertThat(
            ChangeText.between(
                on(sunset.minusDays(1), partner), on(sunset, partner), Policies.y2010().ladder()))
        .isEqualTo(
            "demoted from SILVER to REGISTERED; no longer held by a right from the previous"
                + " program");
  }

  @Test
  void tellsAWaiver() {
    Waiver waiver =
        new Waiver(
            new WaiverId(1),
            new WaiverTarget.OnePartner(new PartnerId("P-000001")),
            new TierCriterion(Policies.SUBSCRIBER, CriterionKind.TOOLKITS),
            "pia",
            "why",
            NEXT,
            NEXT.plusDays(9),
            null);

    assertThat(
            ChangeText.between(
                on(DAY, aPartner(), waiver),
                on(NEXT, aPartner(), waiver),
                Policies.y2010().ladder()))
        .isEqualTo("promoted from REGISTERED to SUBSCRIBER; waived: SUBSCRIBER.toolkits");
  }

  @Test
  void namesTheFindingsWhereOnlyTheirEvidenceChanged() {
    assertThat(between(aPartner().withToolkit("CRM").withToolkit("ERP", NEXT, null)))
        .isEqualTo("other evidence on SUBSCRIBER.toolkits");
  }

  private static String between(PartnerBuilder partner) {
    return ChangeText.between(on(DAY, partner), on(NEXT, partner), Policies.y2010().ladder());
  }

  private static DecidedStanding on(LocalDate day, PartnerBuilder partner, Waiver... waivers) {
    return new StandingRules(CatalogFixtures.small(), List.of(Policies.y2010()), List.of(waivers))
        .decide(partner.build(), day);
  }
}
