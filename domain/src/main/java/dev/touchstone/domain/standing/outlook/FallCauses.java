package dev.touchstone.domain.standing.outlook;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.standing.outlook.Fall.Cause;
import dev.touchstone.domain.standing.outlook.Fall.CauseKind;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what changes on the day of a fall, as far as it touches the criteria no longer met. */
final class FallCauses {

  private final Catalog catalog;
  private final TierDecider decider;

  FallCauses(Catalog catalog, TierDecider decider) {
    this.catalog = catalog;
    this.decider = decider;
  }

  /**
   * @param before the policy in force on the day before
   * @param policy the policy in force on the day
   * @param earned the tier earned until then
   * @param then the tier earned on the day
   */
  Fall explain(
      TierPolicy before,
      TierPolicy policy,
      PartnerEvidence evidence,
      LocalDate day,
      Tier earned,
      @Nullable Tier then) {
    List<Cause> causes = new ArrayList<>();
    if (!before.equals(policy)) {
      causes.add(new Cause(CauseKind.POLICY_TAKES_EFFECT, policy.version().toString()));
    }
    if (then == null) {
      causes.add(new Cause(CauseKind.STATUS_CHANGES, evidence.statusOn(day).name()));
      return new Fall(day, null, policy.version(), causes, List.of());
    }
    // Where the policy is not cumulative, a higher tier may have carried the partner until then.
    Tier onTheEve = decider.earned(before, evidence, day.minusDays(1));
    List<Finding> unmet =
        listUnmet(policy, decider.decide(policy, evidence, day), earned, onTheEve);
    for (Finding finding : unmet) {
      addCauses(finding.criterion(), evidence, day, causes);
    }
    return new Fall(day, then, policy.version(), List.copyOf(new LinkedHashSet<>(causes)), unmet);
  }

  private static List<Finding> listUnmet(
      TierPolicy policy, TierDecision decision, Tier earned, @Nullable Tier onTheEve) {
    List<Finding> unmet = new ArrayList<>();
    for (TierFindings of : decision.findings()) {
      boolean demanded =
          policy.cumulative()
              ? policy.ladder().compare(of.tier(), earned) <= 0
              : of.tier().equals(earned) || of.tier().equals(onTheEve);
      if (demanded) {
        of.findings().stream().filter(finding -> !finding.met()).forEach(unmet::add);
      }
    }
    return unmet;
  }

  private void addCauses(
      Criterion criterion, PartnerEvidence evidence, LocalDate day, List<Cause> causes) {
    if (criterion instanceof Criterion.Toolkits) {
      addEnrollments(EnrollmentKind.TOOLKIT, evidence, day, causes);
    } else if (criterion instanceof Criterion.Survey survey) {
      addResponses(survey, evidence, day, causes);
    } else if (criterion instanceof Criterion.References references) {
      addEnrollments(EnrollmentKind.COMPETENCY, evidence, day, causes);
      addReferences(references.validFor(), evidence, day, causes);
      if (references.scope() != Criterion.Scope.REQUESTED) {
        addPeople(evidence, day, causes);
      }
    } else {
      addEnrollments(EnrollmentKind.COMPETENCY, evidence, day, causes);
      addPeople(evidence, day, causes);
    }
  }

  private void addEnrollments(
      EnrollmentKind kind, PartnerEvidence evidence, LocalDate day, List<Cause> causes) {
    boolean isToolkit = kind == EnrollmentKind.TOOLKIT;
    Dossier eve = new Dossier(catalog, evidence, day.minusDays(1));
    Dossier now = new Dossier(catalog, evidence, day);
    Set<SpecializationCode> was = new TreeSet<>(isToolkit ? eve.toolkits() : eve.requested());
    Set<SpecializationCode> is = new TreeSet<>(isToolkit ? now.toolkits() : now.requested());
    add(isToolkit ? CauseKind.TOOLKIT_ENDS : CauseKind.COMPETENCY_ENDS, without(was, is), causes);
    if (!isToolkit) {
      add(CauseKind.COMPETENCY_BEGINS, without(is, was), causes);
    }
  }

  private static Collection<SpecializationCode> without(
      Set<SpecializationCode> codes, Set<SpecializationCode> others) {
    Set<SpecializationCode> left = new TreeSet<>(codes);
    left.removeAll(others);
    return left;
  }

  private static void add(CauseKind kind, Collection<?> subjects, List<Cause> causes) {
    subjects.forEach(subject -> causes.add(new Cause(kind, subject.toString())));
  }

  private void addPeople(PartnerEvidence evidence, LocalDate day, List<Cause> causes) {
    LocalDate eve = day.minusDays(1);
    Set<SpecializationCode> requested =
        new TreeSet<>(new Dossier(catalog, evidence, eve).requested());
    requested.addAll(new Dossier(catalog, evidence, day).requested());
    for (PersonAtPartner person : evidence.people()) {
      List<Certification> accepted =
          person.certifications().stream()
              .filter(of -> catalog.listAccepting(of.code()).stream().anyMatch(requested::contains))
              .toList();
      if (person.isEmployedOn(eve)
          && !person.isEmployedOn(day)
          && accepted.stream().anyMatch(of -> of.isValidOn(eve))) {
        causes.add(new Cause(CauseKind.PERSON_LEAVES, person.id().toString()));
        continue;
      }
      for (Certification of : accepted) {
        boolean was = person.isEmployedOn(eve) && of.isValidOn(eve);
        if (was != (person.isEmployedOn(day) && of.isValidOn(day))) {
          causes.add(
              new Cause(
                  was ? CauseKind.CERTIFICATE_ENDS : CauseKind.CERTIFICATE_BEGINS,
                  of.id().toString()));
        }
      }
    }
  }

  private static void addReferences(
      @Nullable Period validFor, PartnerEvidence evidence, LocalDate day, List<Cause> causes) {
    for (Reference reference : evidence.references()) {
      boolean was = reference.isValidOn(day.minusDays(1), validFor);
      if (was != reference.isValidOn(day, validFor)) {
        causes.add(
            new Cause(
                was ? CauseKind.REFERENCE_ENDS : CauseKind.REFERENCE_BEGINS,
                reference.id().toString()));
      }
    }
  }

  private static void addResponses(
      Criterion.Survey survey, PartnerEvidence evidence, LocalDate day, List<Cause> causes) {
    for (SurveyResponse response : evidence.responses()) {
      boolean was = survey.isInWindow(response.date(), day.minusDays(1));
      if (was != survey.isInWindow(response.date(), day)) {
        causes.add(
            new Cause(
                was ? CauseKind.RESPONSE_LEAVES : CauseKind.RESPONSE_ENTERS,
                response.vendor() + " " + response.id()));
      }
    }
  }
}
