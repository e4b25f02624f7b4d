package dev.touchstone.domain.tier;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One version of the program's tier policy (domain.md, The tiers).
 *
 * @param version its name and version
 * @param effectiveFrom the first day on which it is in force
 * @param cumulative whether a tier also demands the criteria of every lower tier
 * @param tiers the tiers with their own criteria, lowest first
 * @param standing how earned tiers become held ones
 * @param integrity from what on evidence is to be looked at
 */
public record TierPolicy(
    PolicyVersion version,
    LocalDate effectiveFrom,
    boolean cumulative,
    List<TierRequirement> tiers,
    StandingTerms standing,
    IntegrityTerms integrity) {

  /**
   * @throws IllegalArgumentException if the tiers make no ladder, the lowest demands something, or
   *     the standing names a tier that is not on it
   */
  public TierPolicy {
    tiers = List.copyOf(tiers);
    Ladder ladder = new Ladder(tiers.stream().map(TierRequirement::tier).toList());
    if (!tiers.get(0).criteria().isEmpty()) {
      throw new IllegalArgumentException(
          "The lowest tier " + ladder.lowest() + " is what every active partner has: no criteria");
    }
    if (standing.legacy() != null) {
      ladder.rungOf(standing.legacy().holds());
    }
  }

  /**
   * Checks that this version may follow another (domain.md, The tiers: a later version keeps the
   * rungs' names and order and may add some).
   *
   * @throws IllegalArgumentException if it takes effect no later, is the same version again, or
   *     drops or reorders tiers
   */
  public void requireSuccessorOf(TierPolicy earlier) {
    requireLaterThan(earlier);
    requireOtherVersionThan(earlier);
    requireRungsOf(earlier);
  }

  /**
   * Checks the dates alone.
   *
   * @throws IllegalArgumentException if this version takes effect no later than the other
   */
  public void requireLaterThan(TierPolicy earlier) {
    if (!effectiveFrom.isAfter(earlier.effectiveFrom)) {
      throw new IllegalArgumentException(
          "%s takes effect on %s, not after %s on %s"
              .formatted(version, effectiveFrom, earlier.version, earlier.effectiveFrom));
    }
  }

  /**
   * Checks the numbers alone.
   *
   * @throws IllegalArgumentException if both are the same version
   */
  public void requireOtherVersionThan(TierPolicy other) {
    if (version.equals(other.version)) {
      throw new IllegalArgumentException(
          "%s takes effect on %s and again on %s: a later version needs another number"
              .formatted(version, other.effectiveFrom, effectiveFrom));
    }
  }

  /**
   * Checks the rungs alone.
   *
   * @throws IllegalArgumentException if this version drops or reorders tiers of the earlier one
   */
  public void requireRungsOf(TierPolicy earlier) {
    Iterator<Tier> rungs = ladder().tiers().iterator();
    for (Tier tier : earlier.ladder().tiers()) {
      boolean kept = false;
      while (!kept && rungs.hasNext()) {
        kept = rungs.next().equals(tier);
      }
      if (!kept) {
        throw new IllegalArgumentException(
            "%s has the tiers %s: it must keep those of %s in their order, %s, and may add some"
                .formatted(version, ladder().tiers(), earlier.version, earlier.ladder().tiers()));
      }
    }
  }

  /** The tiers, lowest first. */
  public Ladder ladder() {
    return new Ladder(tiers.stream().map(TierRequirement::tier).toList());
  }

  /** The same policy, taking effect on another day. */
  public TierPolicy effectiveOn(LocalDate day) {
    return new TierPolicy(version, day, cumulative, tiers, standing, integrity);
  }

  /** Whether a tier has the criterion as its own. */
  public boolean demands(TierCriterion criterion) {
    return tiers.stream()
        .filter(own -> own.tier().equals(criterion.tier()))
        .flatMap(own -> own.criteria().stream())
        .anyMatch(own -> own.kind() == criterion.kind());
  }

  /**
   * By whose knobs the survey responses shown for a partner are counted (domain.md, Survey): that
   * of the highest tier that has the criterion, else the last 12 months.
   */
  public Criterion.Survey surveyShown() {
    return findHighest(Criterion.Survey.class, tiers.get(tiers.size() - 1).tier())
        .orElse(ShownNumbers.DEFAULT_SURVEY);
  }

  /** The criterion of a kind that stands highest on the ladder, up to and including the tier. */
  public <C extends Criterion> Optional<C> findHighest(Class<C> kind, Tier upTo) {
    Optional<C> highest = Optional.empty();
    for (TierRequirement requirement : tiers) {
      Optional<C> own = requirement.findFirst(kind);
      highest = own.isPresent() ? own : highest;
      if (requirement.tier().equals(upTo)) {
        return highest;
      }
    }
    throw new IllegalArgumentException("Tier " + upTo + " is not on the ladder of " + version);
  }
}
