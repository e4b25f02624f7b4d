package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides one partner after another by two sets of rules; safe for use by several threads.
 *
 * @param now the rules in force; null where no policy is on the date
 * @param then the rules with the candidate
 * @param date the date of the dossiers
 */
record Trial(@Nullable Side now, Side then, LocalDate date) {

  /**
   * One set of rules.
   *
   * @param policy the policy that it has in force on the date
   * @param rules all of them
   */
  record Side(TierPolicy policy, StandingRules rules) {

    private Reading read(PartnerEvidence evidence, LocalDate date) {
      return new Reading(policy, rules.decide(evidence, date));
    }
  }

  /** Decides in full, and finds reasons, only where something changes. */
  TriedPartner decide(PartnerEvidence evidence) {
    Standing before = now == null ? Standing.NONE : now.rules().standingOn(evidence, date);
    Standing after = then.rules().standingOn(evidence, date);
    boolean changes =
        !Objects.equals(before.earned(), after.earned())
            || !Objects.equals(before.displayed(), after.displayed());
    return new TriedPartner(
        evidence.partner().id(),
        evidence.partner().province(),
        before.earned(),
        after.earned(),
        before.displayed(),
        after.displayed(),
        changes ? reason(evidence) : "");
  }

  private String reason(PartnerEvidence evidence) {
    return MoveReason.of(now == null ? null : now.read(evidence, date), then.read(evidence, date));
  }
}
