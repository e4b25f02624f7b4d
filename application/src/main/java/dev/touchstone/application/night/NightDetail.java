package dev.touchstone.application.night;

import dev.touchstone.domain.tier.Tier;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All about a night.
 *
 * @param overview how far it is
 * @param figures what it did, in numbers
 * @param decided what it decided; null before every partner is decided
 * @param findings how much it found odd about the evidence
 * @param steps how long each step took, over all attempts, in the order in which they ran
 */
public record NightDetail(
    NightOverview overview,
    NightFigures figures,
    @Nullable Decided decided,
    long findings,
    Map<String, Duration> steps) {

  /** Copies the steps, their order kept. */
  public NightDetail {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * What was decided, against the complete night before.
   *
   * @param tiers one for each tier, lowest first, and at the end one for no tier
   * @param promotions partners that hold a higher tier than before
   * @param demotions partners that hold a lower one
   */
  public record Decided(List<TierCount> tiers, long promotions, long demotions) {

    /** Copies the list. */
    public Decided {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * How many partners hold a tier.
   *
   * @param tier the tier; null for none
   * @param before how many did after the complete night before
   * @param after how many do after this one
   */
  public record TierCount(@Nullable Tier tier, long before, long after) {}
}
