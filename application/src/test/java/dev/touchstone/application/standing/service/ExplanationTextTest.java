package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.LONG_AGO;
import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Criterion.CertifiedPeople;
import dev.touchstone.domain.tier.Criterion.References;
import dev.touchstone.domain.tier.Criterion.Scope;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import dev.touchstone.domain.tier.TierPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

  private static final TierPolicy SURVEY_ALONE =
      Policies.demanding(new Criterion.Survey(2, Period.ofMonths(12), 8, new BigDecimal("7.0")));

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final Period YEAR = Period.ofMonths(12);

  @Test
  void saysAllThatCountsForGold() {
    assertThat(explain(aPartner().worthGold(DAY)))
        .isEqualTo(
            """
            P-000001 on 2010-11-15 under partner-network version 1: earns GOLD
            Holds and displays GOLD since 2010-11-15.

            SUBSCRIBER: its own demands are met
              [met]     toolkits: 1 of 1 (CRM)

            SILVER: its own demands are met
              [met]     certified people: 4 of 2 people, 4 of 2 specializations covered (4 requested)
                          CRM: GOLD-0 by certificate C-GOLD-0
                          DESKTOP: GOLD-1 by certificate C-GOLD-1
                          ERP: GOLD-2 by certificate C-GOLD-2
                          HOSTING: GOLD-3 by certificate C-GOLD-3
              [met]     references: 5 counted, 3 demanded on the requested specializations
                          CRM: R-001, R-002, R-003, R-004, R-005

            GOLD: its own demands are met
              [met]     certified people: 4 of 4 people, 4 of 4 specializations covered (4 requested)
                          CRM: GOLD-0 by certificate C-GOLD-0
                          DESKTOP: GOLD-1 by certificate C-GOLD-1
                          ERP: GOLD-2 by certificate C-GOLD-2
                          HOSTING: GOLD-3 by certificate C-GOLD-3
              [met]     references: 5 counted, 5 demanded on the requested specializations
                          CRM: R-001, R-002, R-003, R-004, R-005
              [met]     survey: 10 of 10 responses, mean 7.00 of 7.0

            Certified competencies: CRM, DESKTOP, ERP, HOSTING""");
  }

  @Test
  void saysWhatKeepsASilverPartnerFromGold() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM")
            .withToolkit("ERP")
            .requesting("CRM", "DESKTOP", "ERP", "SUPPORT")
            .withPerson("H-1", "TC-500")
            .withPerson("H-2", "TC-109")
            .withPerson("H-3", "TC-507")
            .withReferences(2, "ERP", DAY)
            .withReferences(1, "CRM", DAY)
            .withResponses(9, 7, DAY)
            .withResponse("alfa", "LOW", DAY, "Customer X", 6);

    assertThat(explain(partner))
        .isEqualTo(
            """
            P-000001 on 2010-11-15 under partner-network version 1: earns SILVER
            Holds and displays SILVER since 2010-11-15.

            SUBSCRIBER: its own demands are met
              [met]     toolkits: 2 of 1 (CRM, ERP)

            SILVER: its own demands are met
              [met]     certified people: 3 of 2 people, 3 of 2 specializations covered (4 requested)
                          CRM: H-2 by certificate C-H-2
                          DESKTOP: H-3 by certificate C-H-3
                          ERP: H-1 by certificate C-H-1
                          bottleneck: DESKTOP, SUPPORT have too few people between them (H-3), \
            1 of them stays uncovered
              [met]     references: 3 counted, 3 demanded on the requested specializations
                          CRM: R-003
                          ERP: R-001, R-002

            GOLD: not all demands are met
              [not met] certified people: 3 of 4 people, 3 of 4 specializations covered (4 requested)
                          CRM: H-2 by certificate C-H-2
                          DESKTOP: H-3 by certificate C-H-3
                          ERP: H-1 by certificate C-H-1
                          bottleneck: DESKTOP, SUPPORT have too few people between them (H-3), \
            1 of them stays uncovered
              [not met] references: 3 counted, 5 demanded on the requested specializations
                          CRM: R-003
                          ERP: R-001, R-002
              [not met] survey: 10 of 10 responses, mean 6.90 of 7.0

            Certified competencies: CRM, DESKTOP, ERP, SUPPORT

            What is missing for GOLD:
              - 1 more specialization covered by a person who stands for no other; \
            1 more certified person; DESKTOP, SUPPORT have too few people between them (H-3), \
            1 of them stays uncovered
              - 2 more signed references on a requested specialization
              - a mean satisfaction of 7.0 or more, not 6.90""");
  }

  @Test
  void saysThatAPartnerIsSuspended() {
    PartnerBuilder partner =
        aPartner().withStatus(LocalDate.MIN, PartnerStatus.SUSPENDED).withToolkit("CRM");

    assertThat(explain(partner))
        .isEqualTo(
            """
            P-000001 on 2010-11-15 under partner-network version 1: no tier, \
            because the partner is suspended

            SUBSCRIBER: its own demands are met
              [met]     toolkits: 1 of 1 (CRM)

            SILVER: not all demands are met
              [not met] certified people: 0 of 2 people, 0 of 2 specializations covered (0 requested)
              [not met] references: 0 counted, 3 demanded on the requested specializations

            GOLD: not all demands are met
              [not met] certified people: 0 of 4 people, 0 of 4 specializations covered (0 requested)
              [not met] references: 0 counted, 5 demanded on the requested specializations
              [not met] survey: 0 of 10 responses, a mean of 7.0 demanded""");
  }

  @Test
  void saysThatALegacyRightHolds() {
    assertThat(explain(aPartner().withLegacy(LegacyLevel.GOLD_CERTIFIED)))
        .isEqualTo(
            """
            P-000001 on 2010-11-15 under partner-network version 1: earns REGISTERED
            Holds and displays SILVER since 2010-10-30, by a right from the previous program.

            SUBSCRIBER: not all demands are met
              [not met] toolkits: 0 of 1

            SILVER: not all demands are met
              [not met] certified people: 0 of 2 people, 0 of 2 specializations covered (0 requested)
              [not met] references: 0 counted, 3 demanded on the requested specializations

            GOLD: not all demands are met
              [not met] certified people: 0 of 4 people, 0 of 4 specializations covered (0 requested)
              [not met] references: 0 counted, 5 demanded on the requested specializations
              [not met] survey: 0 of 10 responses, a mean of 7.0 demanded

            What is missing for SUBSCRIBER:
              - 1 more toolkit""");
  }

  @Test
  void saysWhatIsAtRiskAndUntilWhen() {
    assertThat(explain(aPartner().withToolkit("CRM", LONG_AGO, DAY)))
        .startsWith(
            """
            P-000001 on 2010-11-15 under partner-network version 1: earns REGISTERED
            Holds and displays SUBSCRIBER since 2010-10-30.
            At risk: falls to REGISTERED on 2010-12-15 unless the evidence recovers before.
            """);
  }

  @Test
  void saysWhatIsMissingOfEveryKindOfDemand() {
    PartnerBuilder partner = aPartner().requesting("CRM").withReferences(1, "CRM", DAY);

    assertThat(missing(partner, new Toolkits(2))).isEqualTo("2 more toolkits");
    assertThat(missing(partner, new Team(2)))
        .isEqualTo("2 more certified people on one requested specialization");
    assertThat(missing(partner, new CertifiedPeople(1, 1, 1)))
        .isEqualTo(
            "1 more specialization covered by a person who stands for no other;"
                + " 1 more certified person; nobody is certified on CRM");
    assertThat(missing(partner, new CertifiedPeople(1, 3, 0)))
        .isEqualTo(
            "3 more specializations covered; 2 of them to be requested first;"
                + " 1 more certified person; nobody is certified on CRM");
    assertThat(missing(partner, new Survey(2, YEAR, 1, null))).isEqualTo("2 more survey responses");

    partner.withPerson("H-1", "TC-109").withResponses(3, 6, DAY);

    assertThat(missing(partner, new Team(2))).isEqualTo("1 more certified person on CRM");
    assertThat(missing(partner, new Survey(3, YEAR, 1, new BigDecimal("6.5"))))
        .isEqualTo("a mean satisfaction of 6.5 or more, not 6.00");
    assertThat(missing(partner, new Survey(4, YEAR, 1, new BigDecimal("6.5"))))
        .isEqualTo("1 more survey response; a mean satisfaction of 6.5 or more, not 6.00");
  }

  @Test
  void saysWhichReferencesAreMissing() {
    PartnerBuilder partner = aPartner().requesting("CRM").withReference("R-1", "CRM", "Rossi", DAY);
    References onEach = new References(2, Scope.EACH_ASSIGNED, false, null);

    assertThat(missing(partner, new References(2, Scope.REQUESTED, false, null)))
        .isEqualTo("1 more signed reference on a requested specialization");
    assertThat(missing(partner, new References(2, Scope.ASSIGNED, false, null)))
        .isEqualTo("2 more signed references on a covered specialization");
    assertThat(missing(partner, onEach))
        .isEqualTo(
            "2 signed references on each of as many covered specializations as the tier demands;"
                + " none is covered yet");

    partner.withPerson("H-1", "TC-109");
    assertThat(missing(partner, onEach)).endsWith("demands; short on CRM (1)");

    partner.withReference("R-2", "CRM", "ROSSI", DAY);
    assertThat(missing(partner, new CertifiedPeople(1, 2, 1), onEach))
        .endsWith("demands; more of them have to be covered");
    assertThat(missing(partner, new References(2, Scope.REQUESTED, true, null)))
        .isEqualTo("1 more signed reference of another customer on a requested specialization");
    assertThat(missing(partner, new References(3, Scope.REQUESTED, true, null)))
        .isEqualTo("2 more signed references of different customers on a requested specialization");
  }

  @Test
  void tellsNoMeanThatTheDiscretionKeeps() {
    PartnerBuilder partner = aPartner().withResponses(4, 6, DAY);
    SurveyDiscretion discretion =
        finding -> {
          int told = finding.responsesCounted() / 5 * 5;
          return new SurveyDiscretion.ToldScores(told, 6 * told);
        };

    assertThat(explain(partner, Policies.y2010(), discretion))
        .contains(
            "survey: 4 of 10 responses, a mean of 7.0 demanded (the mean is not told yet, to"
                + " protect customers)\n")
        .doesNotContain("6.00");
    assertThat(explain(partner.withResponses(1, 6, DAY), Policies.y2010(), discretion))
        .contains("survey: 5 of 10 responses, mean 6.00 of 7.0");
    assertThat(explain(partner.withResponses(2, 6, DAY), Policies.y2010(), discretion))
        .contains(
            "survey: 7 of 10 responses, a mean of 7.0 demanded (of 5 of the 7 counted responses the"
                + " mean is 6.00; the rest is not told yet, to protect customers)\n");
  }

  @Test
  void demandsTheMeanOfOneWhateverItIs() {
    for (int satisfaction : List.of(6, 8)) {
      assertThat(
              explain(
                  aPartner().withResponses(1, satisfaction, DAY),
                  SURVEY_ALONE,
                  SurveyDiscretion.FULL))
          .endsWith("  - 1 more survey response; a mean satisfaction of 7.0 or more");
    }
  }

  private static String missing(PartnerBuilder partner, Criterion... demands) {
    String lines = explain(partner, Policies.demanding(demands));
    return lines.substring(lines.lastIndexOf("  - ") + 4);
  }

  private static String explain(PartnerBuilder partner) {
    return explain(partner, Policies.y2010());
  }

  private static String explain(PartnerBuilder partner, TierPolicy policy) {
    return explain(partner, policy, SurveyDiscretion.NONE);
  }

  private static String explain(
      PartnerBuilder partner, TierPolicy policy, SurveyDiscretion discretion) {
    StandingRules rules = new StandingRules(CatalogFixtures.small(), List.of(policy));
    DecidedStanding decided = rules.decide(partner.build(), DAY);
    LocalDate until = decided.standing().atRiskUntil();
    return String.join(
        "\n",
        ExplanationText.linesFor(
            new Explanation(
                decided.decision(),
                decided.standing(),
                until == null ? null : rules.standingOn(partner.build(), until).held(),
                List.of(),
                null,
                null),
            discretion));
  }
}
