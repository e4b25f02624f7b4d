package dev.touchstone.application.tier;

import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy version as it was registered; it never changes, but for being retired.
 *
 * @param policy the policy
 * @param text its YAML, as registered
 * @param registeredAt when
 * @param retiredAt when it was taken back; null where it was not
 */
public record RegisteredPolicy(
    TierPolicy policy, String text, Instant registeredAt, @Nullable Instant retiredAt) {

  private static final long AS_REGISTERED = 1;
  private static final long RETIRED = 2;

  /** How often its record was written: being retired is the one change. */
  public long revision() {
    return isRetired() ? RETIRED : AS_REGISTERED;
  }

  /** Whether it was taken back before it took effect. */
  public boolean isRetired() {
    return retiredAt != null;
  }
}
