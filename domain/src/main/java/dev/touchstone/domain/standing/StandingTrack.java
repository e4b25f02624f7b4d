package dev.touchstone.domain.standing;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.StandingTerms;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One partner's way through time, day after day (domain.md, Standing); days on which nothing
 * changes may be left out.
 *
 * <p>The base follows the tier that is earned with waivers, down only after grace. The floor is a
 * right from the previous program. The partner holds the higher of the two.
 */
final class StandingTrack {

  private final LegacyLevel legacyLevel;
  private @Nullable Tier base;
  private @Nullable LocalDate shortfallSince;
  private @Nullable LocalDate graceEnd;
  private Standing standing = Standing.NONE;

  StandingTrack(LegacyLevel legacyLevel) {
    this.legacyLevel = legacyLevel;
  }

  /**
   * Goes on to a later day.
   *
   * @param ladder of the policy in force
   * @param terms of the policy in force
   * @param earned the tier earned on the day by the evidence alone; null where the partner has
   *     none, and loses all it held
   * @param withWaivers the tier where waived criteria count as met; null exactly where earned is
   */
  void enter(
      LocalDate day,
      Ladder ladder,
      StandingTerms terms,
      @Nullable Tier earned,
      @Nullable Tier withWaivers) {
    if (earned == null || withWaivers == null) {
      base = null;
      endShortfall();
      standing = Standing.NONE;
      return;
    }
    Tier newBase = moveBase(day, ladder, terms.graceDays(), withWaivers);
    Tier floor = floorOn(day, terms.legacy());
    boolean onFloor = floor != null && ladder.compare(floor, newBase) >= 0;
    Tier held = floor != null && onFloor ? floor : newBase;
    base = newBase;
    standing =
        new Standing(
            earned,
            held,
            onFloor && ladder.compare(held, withWaivers) > 0,
            onFloor ? null : graceEnd,
            held.equals(standing.held()) ? standing.since() : day);
  }

  /** The day on which the base falls unless the evidence recovers; null where it is reached. */
  @Nullable LocalDate graceEnd() {
    return graceEnd;
  }

  /** The standing on the day entered last. */
  Standing standing() {
    return standing;
  }

  private Tier moveBase(LocalDate day, Ladder ladder, int graceDays, Tier reached) {
    if (base == null || ladder.compare(reached, base) >= 0) {
      endShortfall();
      return reached;
    }
    if (shortfallSince == null) {
      shortfallSince = day;
    }
    graceEnd = shortfallSince.plusDays(graceDays);
    if (!day.isBefore(graceEnd)) {
      endShortfall();
      return reached;
    }
    return base;
  }

  private void endShortfall() {
    shortfallSince = null;
    graceEnd = null;
  }

  private @Nullable Tier floorOn(LocalDate day, @Nullable LegacyRight right) {
    return right != null && right.level() == legacyLevel && day.isBefore(right.until())
        ? right.holds()
        : null;
  }
}
