package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides one partner after another by two sets of rules; safe for use by several threads. */
final class Trial {

  private final @Nullable StandingRules now;
  private final StandingRules then;
  private final LocalDate date;

  /**
   * @param now the rules in force; null where no policy is on the date
   */
  Trial(@Nullable StandingRules now, StandingRules then, TryPolicyQuery query) {
    this.now = now;
    this.then = then;
    this.date = query.date();
  }

  /** Decides in full, and finds reasons, only where something changes. */
  TriedPartner decide(PartnerEvidence evidence) {
    Standing before = now == null ? Standing.NONE : now.standingOn(evidence, date);
    Standing after = then.standingOn(evidence, date);
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
    return MoveReason.of(
        now == null ? null : now.decide(evidence, date), then.decide(evidence, date));
  }
}
