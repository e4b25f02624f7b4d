package dev.touchstone.domain.tier;

import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria of one tier take from one another: references on covered specializations need
 * the matching, and the matching prefers specializations with references. Each comes from the
 * tier's own criterion, else from the one on the nearest lower tier.
 *
 * @param perPerson how many specializations one person may stand for; 0 for no limit
 * @param specializations how many covered ones the tier demands, or null for all of them
 * @param referencesValidFor how long a signature counts, or null for ever
 */
public record CoverageTerms(
    int perPerson, @Nullable Integer specializations, @Nullable Period referencesValidFor) {

  /** The terms of a policy's tier. */
  public static CoverageTerms of(TierPolicy policy, Tier tier) {
    Optional<Criterion.CertifiedPeople> certifiedPeople =
        policy.findHighest(Criterion.CertifiedPeople.class, tier);
    return new CoverageTerms(
        certifiedPeople
            .map(Criterion.CertifiedPeople::perPerson)
            .orElse(Criterion.CertifiedPeople.DEFAULT_PER_PERSON),
        certifiedPeople.map(Criterion.CertifiedPeople::specializations).orElse(null),
        policy
            .findHighest(Criterion.References.class, tier)
            .map(Criterion.References::validFor)
            .orElse(null));
  }
}
