package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.DecidedPartner;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.LocalDate;

/** Decides tiers and standings. */
public interface DecideStandingUseCase {

  /**
   * Decides one partner as of a date. Safe for use by several threads.
   *
   * @throws IllegalStateException if no policy is in force on the date
   */
  DecidedPartner decide(PartnerEvidence evidence, LocalDate date);
}
