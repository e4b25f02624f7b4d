package dev.touchstone.domain.tier;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Which findings the numbers shown come from: those of the highest tier that has the criterion
 * (domain.md, Survey), else of a default reading of the evidence that demands nothing much.
 */
final class ShownNumbers {

  private static final Criterion.CertifiedPeople DEFAULT_PEOPLE =
      new Criterion.CertifiedPeople(1, 1, Criterion.CertifiedPeople.DEFAULT_PER_PERSON);

  private static final Criterion.References DEFAULT_REFERENCES =
      new Criterion.References(1, Criterion.Scope.REQUESTED, false, null);

  /** The last 12 months, however many responses come from one customer. */
  static final Criterion.Survey DEFAULT_SURVEY =
      new Criterion.Survey(1, Period.ofMonths(12), Integer.MAX_VALUE, null);

  private final CoverageTerms terms;

  ShownNumbers(TierPolicy policy) {
    this.terms = CoverageTerms.of(policy, policy.tiers().get(policy.tiers().size() - 1).tier());
  }

  /**
   * @param findings of all tiers of the policy, lowest first
   */
  EvidenceNumbers of(Dossier dossier, List<TierFindings> findings) {
    Finding.CertifiedPeople people =
        findHighest(Finding.CertifiedPeople.class, findings)
            .orElseGet(() -> DEFAULT_PEOPLE.judge(dossier, terms));
    Finding.References references =
        findHighest(Finding.References.class, findings)
            .orElseGet(() -> DEFAULT_REFERENCES.judge(dossier, terms));
    Finding.Survey survey =
        findHighest(Finding.Survey.class, findings)
            .orElseGet(() -> DEFAULT_SURVEY.judge(dossier, terms));
    return new EvidenceNumbers(
        people.peopleCertified(),
        people.specializationsCovered(),
        references.referencesCounted(),
        survey.responsesCounted(),
        survey.satisfactionSum());
  }

  private static <F extends Finding> Optional<F> findHighest(
      Class<F> kind, List<TierFindings> findings) {
    for (int i = findings.size() - 1; i >= 0; i--) {
      for (Finding finding : findings.get(i).findings()) {
        if (kind.isInstance(finding)) {
          return Optional.of(kind.cast(finding));
        }
      }
    }
    return Optional.empty();
  }
}
