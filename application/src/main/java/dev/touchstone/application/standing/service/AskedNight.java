package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.tier.PolicyGap;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out which date, which moment and whose stored decision a question is about. */
public final class AskedNight {

  private final DecidedNights nights;
  private final TierPolicies policies;
  private final Clock clock;

  /** By these nights and policies; the clock says what is known now. */
  public AskedNight(DecidedNights nights, TierPolicies policies, Clock clock) {
    this.nights = nights;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param date the date
   * @param policy the policy in force on it
   * @param knownAt by what was known when
   * @param night whose stored decision; null to decide anew
   */
  record Asked(LocalDate date, TierPolicy policy, Instant knownAt, @Nullable NightId night) {}

  /** Answers the question, unless there is nothing to ask about. */
  <T> AsOfResult<T> answer(AsOfQuery query, Function<Asked, AsOfResult<T>> answer) {
    Optional<DecidedNight> latest = nights.findLatest();
    if (latest.isEmpty()) {
      return new AsOfResult.NotFound<>("No night is complete yet: nothing has been decided.");
    }
    LocalDate date = query.date() == null ? latest.get().id().businessDate() : query.date();
    Optional<TierPolicy> policy = policies.findInForceOn(date);
    if (policy.isEmpty()) {
      return new AsOfResult.Refused<>(PolicyGap.on(date, policies));
    }
    if (query.knownAt() != null) {
      return answer.apply(new Asked(date, policy.get(), query.knownAt(), null));
    }
    return answer.apply(
        nights
            .findLatestOn(date)
            .map(of -> new Asked(date, policy.get(), of.evidenceKnownAt(), of.id()))
            .orElseGet(() -> new Asked(date, policy.get(), clock.instant(), null)));
  }
}
