package dev.touchstone.application.appeal;

import dev.touchstone.application.standing.Redecision;
import dev.touchstone.domain.standing.DecidedStanding;
import org.jspecify.annotations.Nullable;

/**
 * An appeal and what it is about.
 *
 * @param kept the appeal
 * @param before what the night decided
 * @param after what came out when the date was decided once more; null unless it was accepted
 */
public record AppealDetails(KeptAppeal kept, DecidedStanding before, @Nullable Redecision after) {

  /** Whether the new decision differs from the night's; false where there is none. */
  public boolean changed() {
    return after != null && !after.decided().equals(before);
  }
}
