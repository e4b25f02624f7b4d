package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Demand;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the shortest path: the smallest set of steps from what a partner has to the next tier, by
 * the criteria and the matching of the decision itself. Of sets of one size it takes the one with
 * the fewest new competencies, then the fewest certifications, then the first by code.
 */
public final class PathFinder {

  private static final int BEST_SATISFACTION = 10;

  private final Catalog catalog;

  /** Finds paths by the catalog. */
  public PathFinder(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The path from the tier that the evidence earns on the date.
   *
   * @return empty where the partner has no tier on the date, or the highest
   */
  public Optional<PathToNextTier> find(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date) {
    Tier earned = new TierDecider(catalog).earned(policy, evidence, date);
    return earned == null
        ? Optional.empty()
        : policy
            .ladder()
            .findNext(earned)
            .map(next -> find(next, Demands.of(policy, next), evidence, date));
  }

  private PathToNextTier find(
      Tier next, Demands demands, PartnerEvidence evidence, LocalDate date) {
    Dossier dossier = new Dossier(catalog, evidence, date);
    List<TierCriterion> outOfReach = new ArrayList<>();
    Demands staffing =
        demands.only(
            criterion ->
                !(criterion instanceof Criterion.Toolkits)
                    && !(criterion instanceof Criterion.Survey));
    StaffingSearch search = new StaffingSearch(catalog, staffing, evidence, date);
    Optional<StaffingPlan> plan = search.find();
    if (plan.isEmpty()) {
      outOfReach.addAll(search.listOutOfReach());
    }
    List<PathStep> toolkits = listToolkits(demands, dossier, outOfReach);
    List<PathStep> responses = listResponses(demands, dossier, outOfReach);
    if (!outOfReach.isEmpty() || plan.isEmpty()) {
      return new PathToNextTier(next, List.of(), false, outOfReach);
    }
    Alternatives alternatives = new Alternatives(staffing, plan.get(), evidence, date);
    List<PathStep> steps = new ArrayList<>(alternatives.listRequests());
    steps.addAll(toolkits);
    steps.addAll(alternatives.listCertifications());
    steps.addAll(alternatives.listReferences());
    steps.addAll(responses);
    return new PathToNextTier(next, steps, search.isSmallestForCertain(), List.of());
  }

  private List<PathStep> listToolkits(
      Demands demands, Dossier dossier, List<TierCriterion> outOfReach) {
    List<SpecializationCode> open =
        catalog.listSpecializations().stream()
            .map(Specialization::code)
            .filter(code -> !dossier.toolkits().contains(code))
            .toList();
    int missing = 0;
    for (Demand demand : demands.all()) {
      if (demand.criterion() instanceof Criterion.Toolkits toolkits) {
        int lacks = toolkits.atLeast() - dossier.toolkits().size();
        missing = Math.max(missing, lacks);
        if (lacks > open.size()) {
          outOfReach.add(demand.name());
        }
      }
    }
    List<PathStep> steps = new ArrayList<>();
    for (int i = 0; i < Math.min(missing, open.size()); i++) {
      steps.add(new PathStep.GetToolkit(open.get(i), open.subList(missing, open.size())));
    }
    return steps;
  }

  private static List<PathStep> listResponses(
      Demands demands, Dossier dossier, List<TierCriterion> outOfReach) {
    int responses = 0;
    int lacking = 0;
    for (Demand demand : demands.all()) {
      if (demand.criterion() instanceof Criterion.Survey) {
        Finding.Survey finding = (Finding.Survey) demand.judge(dossier);
        int missing = countMissing(finding);
        if (missing < 0) {
          outOfReach.add(demand.name());
        }
        responses = Math.max(responses, missing);
        lacking = Math.max(lacking, countLacking(finding));
      }
    }
    if (responses == 0) {
      return List.of();
    }
    int sum = responses;
    for (Demand demand : demands.all()) {
      if (demand.criterion() instanceof Criterion.Survey survey && survey.meanAtLeast() != null) {
        Finding.Survey finding = (Finding.Survey) demand.judge(dossier);
        BigDecimal least =
            survey
                .meanAtLeast()
                .multiply(BigDecimal.valueOf(finding.responsesCounted() + responses))
                .subtract(BigDecimal.valueOf(finding.satisfactionSum()));
        sum = Math.max(sum, least.setScale(0, RoundingMode.CEILING).intValueExact());
      }
    }
    return List.of(new PathStep.GetResponses(responses, sum, lacking));
  }

  /** How many responses of full marks are missing; negative where no number of them is enough. */
  private static int countMissing(Finding.Survey finding) {
    int missing = countLacking(finding);
    BigDecimal mean = finding.criterion().meanAtLeast();
    if (mean == null) {
      return missing;
    }
    BigDecimal gap =
        mean.multiply(BigDecimal.valueOf(finding.responsesCounted()))
            .subtract(BigDecimal.valueOf(finding.satisfactionSum()));
    BigDecimal gain = BigDecimal.valueOf(BEST_SATISFACTION).subtract(mean);
    if (gap.signum() <= 0) {
      return missing;
    }
    return gain.signum() <= 0
        ? -1
        : Math.max(missing, gap.divide(gain, 0, RoundingMode.CEILING).intValueExact());
  }

  private static int countLacking(Finding.Survey finding) {
    return Math.max(0, finding.criterion().responses() - finding.responsesCounted());
  }

  /** Looks for what would do as well as each step of a plan. */
  private final class Alternatives {

    private final Demands demands;
    private final StaffingPlan plan;
    private final PartnerEvidence evidence;
    private final LocalDate date;
    private final List<SpecializationCode> requested;

    Alternatives(Demands demands, StaffingPlan plan, PartnerEvidence evidence, LocalDate date) {
      this.demands = demands;
      this.plan = plan;
      this.evidence = evidence;
      this.date = date;
      List<SpecializationCode> all =
          new ArrayList<>(new Dossier(catalog, evidence, date).requested());
      all.addAll(plan.requests());
      this.requested = all.stream().sorted().toList();
    }

    List<PathStep> listRequests() {
      List<SpecializationCode> open =
          catalog.listSpecializations().stream()
              .map(Specialization::code)
              .filter(code -> !requested.contains(code))
              .toList();
      List<PathStep> steps = new ArrayList<>();
      for (int i = 0; i < plan.requests().size(); i++) {
        int at = i;
        steps.add(
            new PathStep.RequestCompetency(
                plan.requests().get(i),
                open.stream()
                    .filter(
                        code ->
                            reaches(
                                new StaffingPlan(
                                    replaced(plan.requests(), at, code),
                                    plan.certifications(),
                                    plan.references())))
                    .toList()));
      }
      return steps;
    }

    List<PathStep> listCertifications() {
      List<PathStep> steps = new ArrayList<>();
      for (int i = 0; i < plan.certifications().size(); i++) {
        int at = i;
        SpecializationCode proposed = plan.certifications().get(i);
        steps.add(
            new PathStep.CertifyPerson(
                proposed,
                requested.stream()
                    .filter(code -> !code.equals(proposed))
                    .filter(code -> StepTaker.findCode(catalog, code).isPresent())
                    .filter(
                        code ->
                            reaches(
                                new StaffingPlan(
                                    plan.requests(),
                                    replaced(plan.certifications(), at, code),
                                    plan.references())))
                    .toList(),
                evidence.people().stream()
                    .filter(person -> person.isEmployedOn(date))
                    .map(PersonAtPartner::id)
                    .filter(person -> reachesBy(person, at))
                    .sorted()
                    .toList()));
      }
      return steps;
    }

    List<PathStep> listReferences() {
      List<PathStep> steps = new ArrayList<>();
      for (int i = 0; i < plan.references().size(); i++) {
        int at = i;
        SpecializationCode proposed = plan.references().get(i);
        steps.add(
            new PathStep.GetReference(
                proposed,
                requested.stream()
                    .filter(code -> !code.equals(proposed))
                    .filter(
                        code ->
                            reaches(
                                new StaffingPlan(
                                    plan.requests(),
                                    plan.certifications(),
                                    replaced(plan.references(), at, code))))
                    .toList()));
      }
      return steps;
    }

    private boolean reaches(StaffingPlan changed) {
      return areMetBy(changed.takenFrom(new StepTaker(catalog, evidence, date)));
    }

    private boolean reachesBy(PersonId person, int at) {
      List<SpecializationCode> others = new ArrayList<>(plan.certifications());
      SpecializationCode specialization = others.remove(at);
      StepTaker taker = new StepTaker(catalog, evidence, date);
      taker.certify(person, specialization);
      return areMetBy(
          new StaffingPlan(plan.requests(), others, plan.references()).takenFrom(taker));
    }

    private boolean areMetBy(PartnerEvidence changed) {
      return demands.areMetBy(new Dossier(catalog, changed, date));
    }
  }

  private static List<SpecializationCode> replaced(
      List<SpecializationCode> codes, int at, SpecializationCode by) {
    List<SpecializationCode> replaced = new ArrayList<>(codes);
    replaced.set(at, by);
    return replaced;
  }
}
