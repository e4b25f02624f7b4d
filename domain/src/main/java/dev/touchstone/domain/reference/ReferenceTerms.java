package dev.touchstone.domain.reference;

import java.time.Duration;
import java.time.Period;

/**
 * The numbers of asking customers for references; all of them are settings.
 *
 * @param linkValidFor how long a customer may sign by the link of a mail
 * @param resendAfter how long after a mail was sent the next may follow
 * @param askAgainAfter how long after a customer was asked about a specialization the same partner
 *     may ask the customer about it again
 * @param mailsPerDay how many mails to customers one partner may cause on one day
 */
public record ReferenceTerms(
    Duration linkValidFor, Duration resendAfter, Period askAgainAfter, int mailsPerDay) {

  /**
   * @throws IllegalArgumentException if a number is not above zero
   */
  public ReferenceTerms {
    requirePositive("The validity of links", !linkValidFor.isNegative() && !linkValidFor.isZero());
    requirePositive("The time between mails", !resendAfter.isNegative() && !resendAfter.isZero());
    requirePositive(
        "The time between requests", !askAgainAfter.isNegative() && !askAgainAfter.isZero());
    requirePositive("The number of mails a day", mailsPerDay > 0);
  }

  private static void requirePositive(String what, boolean positive) {
    if (!positive) {
      throw new IllegalArgumentException(what + " must be above zero.");
    }
  }
}
