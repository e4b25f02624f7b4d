package dev.touchstone.persistence.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.Assignment;
import dev.touchstone.domain.tier.Bottleneck;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.Undecided;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions with findings of every kind. */
public final class DecisionFixture {

  private static final PolicyVersion POLICY = new PolicyVersion("partner-network", 1);
  private static final SpecializationCode CRM = new SpecializationCode("CRM");
  private static final SpecializationCode SCM = new SpecializationCode("SCM");
  private static final LocalDate SINCE = LocalDate.of(2010, 10, 30);

  private DecisionFixture() {}

  /** A partner that holds what it earned. */
  public static DecidedStanding decided(String partner, LocalDate date, String tier) {
    Tier earned = new Tier(tier);
    return new DecidedStanding(
        decision(partner, date, earned, null), new Standing(earned, earned, false, null, SINCE));
  }

  /** A partner that has left. */
  public static DecidedStanding undecided(String partner, LocalDate date) {
    return new DecidedStanding(decision(partner, date, null, Undecided.LEFT), Standing.NONE);
  }

  static TierDecision decision(
      String partner, LocalDate date, @Nullable Tier earned, @Nullable Undecided undecided) {
    return new TierDecision(
        new PartnerId(partner),
        date,
        POLICY,
        earned,
        earned == null ? null : new Tier("GOLD"),
        List.of(new TierCriterion(new Tier("GOLD"), CriterionKind.SURVEY)),
        undecided,
        findings(),
        new EvidenceNumbers(3, 2, 1, 2, 17),
        List.of(CRM, SCM),
        undecided == null ? new Shortfall(new Tier("GOLD"), List.of(team(), survey())) : null);
  }

  static List<TierFindings> findings() {
    return List.of(
        new TierFindings(new Tier("REGISTERED"), List.of()),
        new TierFindings(
            new Tier("SILVER"), List.of(toolkits(), people(null), references(Period.ofMonths(12)))),
        new TierFindings(
            new Tier("GOLD"),
            List.of(
                people(new Bottleneck(List.of(CRM, SCM), List.of(new PersonId("E-1")), 1)),
                references(null),
                team(),
                new Finding.Team(new Criterion.Team(1), false, null, List.of()),
                survey(),
                new Finding.Survey(
                    new Criterion.Survey(1, Period.of(1, 2, 3), 8, null), true, List.of(), 0, 0))));
  }

  private static Finding toolkits() {
    return new Finding.Toolkits(new Criterion.Toolkits(1), true, List.of(CRM));
  }

  private static Finding people(@Nullable Bottleneck bottleneck) {
    return new Finding.CertifiedPeople(
        new Criterion.CertifiedPeople(2, 2, 0),
        bottleneck == null,
        List.of(CRM, SCM),
        3,
        new Assignment(
            List.of(new Assignment.Seat(CRM, new PersonId("E-1"), new CertificateId("C-\"1\"")))),
        List.of(new PersonId("E-è")),
        bottleneck);
  }

  private static Finding references(@Nullable Period validFor) {
    return new Finding.References(
        new Criterion.References(3, Criterion.Scope.EACH_ASSIGNED, true, validFor),
        false,
        1,
        List.of(
            new Finding.References.OnSpecialization(CRM, List.of(new ReferenceId("R-1"))),
            new Finding.References.OnSpecialization(SCM, List.of())));
  }

  private static Finding team() {
    return new Finding.Team(new Criterion.Team(4), false, CRM, List.of(new PersonId("E-1")));
  }

  private static Finding survey() {
    return new Finding.Survey(
        new Criterion.Survey(10, Period.ofYears(1), 8, new BigDecimal("7.00")),
        false,
        List.of(
            new Finding.Survey.CountedResponse(new SurveyVendor("acme"), new ResponseId("1001"))),
        9,
        3);
  }
}
