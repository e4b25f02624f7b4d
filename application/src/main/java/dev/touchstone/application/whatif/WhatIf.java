package dev.touchstone.application.whatif;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kept trial of a candidate policy.
 *
 * @param id its number
 * @param wish what was asked for
 * @param state how far it is
 * @param endedAt when it ended; null while it runs
 * @param reason one sentence that says why it is not done; null where it is, and while it runs
 * @param trial its figures; null where it is not done
 */
public record WhatIf(
    WhatIfId id,
    Wish wish,
    WhatIfState state,
    @Nullable Instant endedAt,
    @Nullable String reason,
    @Nullable PolicyTrial trial) {

  /**
   * What was asked for.
   *
   * @param candidate the candidate
   * @param date the date of the dossiers
   * @param knownAt the moment at which evidence and waivers must have been known
   * @param requestedBy the account of who asked
   * @param requestedAt when
   */
  public record Wish(
      PolicyVersion candidate,
      LocalDate date,
      Instant knownAt,
      String requestedBy,
      Instant requestedAt) {}
}
