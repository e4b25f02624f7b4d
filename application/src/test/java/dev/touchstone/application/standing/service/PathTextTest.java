package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.LONG_AGO;
import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.standing.outlook.OutlookRules;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.tier.path.PathFinder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathTextTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  @Test
  void leadsASubscriberWithPeopleToSilver() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM")
            .requesting("CRM")
            .withPerson("E-1", person -> person.certified("C-1", "TC-109"))
            .withReference("R-1", "CRM", "Rossi", LONG_AGO)
            .withReference("R-2", "ERP", "Bianchi", LONG_AGO);

    assertThat(path(partner, Policies.y2010()))
        .startsWith("The shortest path to SILVER takes 3 steps:\n")
        .contains("  - request the competency ERP\n")
        .contains("  - certify one more person in ERP: somebody new\n")
        .contains(
            "  - get one more reference signed on CRM (or ERP), by a customer who has signed none");
  }

  @Test
  void saysWhatIsOutOfReach() {
    TierPolicy policy =
        Policies.demanding(new Criterion.Survey(1, Period.ofMonths(12), 8, new BigDecimal("10")));

    assertThat(path(aPartner().withResponse("alfa", "A-1", DAY, "Rossi", 9), policy))
        .isEqualTo("No steps lead to TOP as things are; out of reach: TOP.survey");
  }

  @Test
  void saysHowGoodResponsesMustBe() {
    TierPolicy policy =
        Policies.demanding(new Criterion.Survey(3, Period.ofMonths(12), 8, new BigDecimal("7.5")));

    assertThat(path(aPartner().withResponse("alfa", "A-1", DAY, "Rossi", 7), policy))
        .endsWith(
            "  - get 2 more survey responses, of customers not heard in the window, with a mean of"
                + " 8.00 or more");
  }

  @Test
  void tellsWhoIsCriticalAndWhenItFalls() {
    LocalDate expiry = DAY.plusDays(40);
    PartnerBuilder partner =
        aPartner()
            .requesting("CRM")
            .withPerson("E-1", person -> person.certified("C-1", "TC-109", LONG_AGO, expiry, null));
    TierPolicy policy = Policies.demanding(new Criterion.CertifiedPeople(1, 1, 1));

    assertThat(outlook(partner, policy))
        .isEqualTo(
            """
            Outlook for TOP:
              - would be lost with any one of these persons: E-1
              - would be lost with any one of these certificates: C-1
              - falls to BASE on 2010-12-25 if nothing new comes: certificate that ends: C-1
                  then 1 more specialization covered by a person who stands for no other; 1 more \
            certified person; nobody is certified on CRM""");
  }

  @Test
  void tellsThatNothingIsCritical() {
    assertThat(outlook(aPartner(), Policies.y2010()))
        .isEqualTo(
            """
            Outlook for REGISTERED:
              - rests on no single person or certificate
              - does not fall by itself""");
  }

  @Test
  void tellsTheSamePathWhateverTheScoresThatAreNotTold() {
    TierPolicy policy =
        Policies.demanding(new Criterion.Survey(4, Period.ofMonths(12), 8, new BigDecimal("7.0")));

    for (int satisfaction : List.of(1, 5, 9)) {
      assertThat(path(aPartner().withResponses(2, satisfaction, DAY), policy, false))
          .isEqualTo(
              """
              The shortest path to TOP takes at least 2 steps:
                - get at least 2 more survey responses, of customers not heard in the window, with \
              a high enough mean""");
    }
    for (int satisfaction : List.of(1, 6)) {
      assertThat(path(aPartner().withResponses(4, satisfaction, DAY), policy, false))
          .startsWith("The shortest path to TOP takes at least 1 step:\n  - get at least 1 more");
    }
    assertThat(path(aPartner(), Policies.demanding(new Criterion.Toolkits(2)), false))
        .startsWith("The shortest path to TOP takes 2 steps:");
  }

  private static String path(PartnerBuilder partner, TierPolicy policy) {
    return path(partner, policy, true);
  }

  private static String path(PartnerBuilder partner, TierPolicy policy, boolean tellsScores) {
    return String.join(
        "\n",
        PathText.linesFor(
            new PathFinder(CatalogFixtures.small())
                .find(policy, partner.build(), DAY)
                .orElseThrow(),
            tellsScores));
  }

  private static String outlook(PartnerBuilder partner, TierPolicy policy) {
    OutlookRules rules = new OutlookRules(CatalogFixtures.small(), List.of(policy));
    return String.join(
        "\n",
        OutlookText.linesFor(
            new TierDecider(CatalogFixtures.small()).earned(policy, partner.build(), DAY),
            rules.find(partner.build(), DAY).orElseThrow(),
            SurveyDiscretion.NONE));
  }
}
