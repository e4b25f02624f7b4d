package dev.touchstone.application.standing.port.in;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.LocalDate;

/** Decides tiers and standings. */
public interface DecideStandingUseCase {

  /**
   * Decides one partner as of a date. Safe for use by several threads.
   *
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  DecidedStanding decide(PartnerEvidence evidence, LocalDate date);
}
