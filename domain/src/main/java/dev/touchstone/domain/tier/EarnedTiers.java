package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tiers that a partner earns under one policy as time goes on. It goes from day to day and
 * judges a criterion again only where evidence of a topic on which the criterion rests has begun or
 * ceased to count since; the tier is that of a decision on the day.
 */
public final class EarnedTiers {

  private final PolicyDecider decider;
  private final Catalog catalog;
  private final PartnerEvidence evidence;
  private final ChangeDays changes;

  /** By a demand's number, whether it is met; null where it is to be judged. */
  private final @Nullable Boolean[] met;

  private LocalDate day;
  private @Nullable Dossier dossier;

  EarnedTiers(
      PolicyDecider decider,
      Catalog catalog,
      PartnerEvidence evidence,
      LocalDate from,
      ChangeDays changes) {
    this.decider = decider;
    this.catalog = catalog;
    this.evidence = evidence;
    this.changes = changes;
    this.met = new Boolean[decider.rungs().stream().mapToInt(rung -> rung.demands().size()).sum()];
    this.day = from;
  }

  /**
   * The first later day on which the earned tier could be another one; null where there is none.
   */
  public @Nullable LocalDate nextChange() {
    return changes.nextDay();
  }

  /** Goes on to a later day. */
  public void goOnTo(LocalDate later) {
    day = later;
    dossier = null;
    int changed = changes.passTo(later);
    for (Rung rung : decider.rungs()) {
      for (Demand demand : rung.demands()) {
        if ((demand.restsOn() & changed) != 0) {
          met[demand.number()] = null;
        }
      }
    }
  }

  /**
   * The tier earned on the day; null where the partner has none.
   *
   * @param waived the criteria that count as met
   */
  public @Nullable Tier earned(Set<TierCriterion> waived) {
    return evidence.takesPartOn(day)
        ? decider.climb(rung -> rung.isReached(this::isMet, waived))
        : null;
  }

  private boolean isMet(Demand demand) {
    Boolean known = met[demand.number()];
    if (known == null) {
      if (dossier == null) {
        dossier = new Dossier(catalog, evidence, day);
      }
      known = demand.isMetBy(dossier);
      met[demand.number()] = known;
    }
    return known;
  }
}
