package dev.touchstone.application.tier.port.in;

import dev.touchstone.application.tier.DecidedPartner;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.LocalDate;

/** Decides tiers and standings. */
public interface DecideTiersUseCase {

  /**
   * Decides one partner as of a date. Safe for use by several threads.
   *
   * @throws IllegalStateException if no policy is in force on the date
   */
  DecidedPartner decide(PartnerEvidence evidence, LocalDate date);
}
