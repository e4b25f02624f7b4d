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
 * @param confirmedAt when a person first said that it may be published whatever it demotes; null
 *     where nobody did
 * @param completedAt when everything was published; null while the night is not complete
 */
public record Night(
    NightId id,
    PolicyVersion policy,
    @Nullable Instant evidenceKnownAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant completedAt) {

  /** Whether a person has said that it may be published whatever it demotes. */
  public boolean isConfirmed() {
    return confirmedAt != null;
  }

  /** Whether everything was done. */
  public boolean isComplete() {
    return completedAt != null;
  }
}
