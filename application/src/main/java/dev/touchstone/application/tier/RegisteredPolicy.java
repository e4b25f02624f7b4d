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

  /** Whether it was taken back before it took effect. */
  public boolean isRetired() {
    return retiredAt != null;
  }
}
