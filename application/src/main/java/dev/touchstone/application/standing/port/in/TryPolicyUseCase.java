package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Tries a policy on all partners before it is in force; nothing is stored. */
public interface TryPolicyUseCase {

  /**
   * Decides every partner under the policies in force and under the candidate.
   *
   * @param consumer is given each partner, in byte order of ids, by one thread
   */
  TryPolicyResult tryPolicy(TryPolicyQuery query, Consumer<TriedPartner> consumer);

  /**
   * What to try.
   *
   * @param candidate the policy, as if it took effect on its own day or on the date, whichever is
   *     earlier, in place of all that would be in force from then on
   * @param date the date of the dossiers
   * @param knownAt the moment at which evidence and waivers must have been known
   */
  record TryPolicyQuery(TierPolicy candidate, LocalDate date, Instant knownAt) {}

  /** How it went. */
  sealed interface TryPolicyResult {

    /** All were decided. */
    record Tried(PolicyTrial trial) implements TryPolicyResult {}

    /**
     * The candidate cannot be tried, or there is nobody to try it on.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements TryPolicyResult {}
  }
}
