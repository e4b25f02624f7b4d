package dev.touchstone.application.night;

import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of the night.
 *
 * @param id which one
 * @param policy the policy in force on its date
 * @param evidenceKnownAt the moment at which its evidence was complete: decisions rest on what was
 *     known then; null before the intake has ended
 * @param completedAt when everything was published; null while the night is not complete
 */
public record Night(
    NightId id,
    PolicyVersion policy,
    @Nullable Instant evidenceKnownAt,
    @Nullable Instant completedAt) {

  /** Whether everything was done. */
  public boolean isComplete() {
    return completedAt != null;
  }
}
