package dev.touchstone.domain.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the server goes on with a mail that could not be sent; all of the numbers are settings.
 *
 * @param sendingTakes within which time a mail is sent or fails; after it nobody is taken to be
 *     sending it any more
 * @param firstWait how long after the first failure it is tried again; each later wait is three
 *     times as long
 * @param longestWait the longest of the waits
 * @param attempts after how many attempts the server gives up
 */
public record MailTerms(
    Duration sendingTakes, Duration firstWait, Duration longestWait, int attempts) {

  private static final int GROWTH = 3;

  /**
   * @throws IllegalArgumentException if a number is not above zero
   */
  public MailTerms {
    requirePositive("The time that sending takes", sendingTakes);
    requirePositive("The first wait", firstWait);
    requirePositive("The longest wait", longestWait);
    if (attempts < 1) {
      throw new IllegalArgumentException("The number of attempts must be above zero.");
    }
  }

  /**
   * When a mail is tried again.
   *
   * @param attempt how often it was tried, the failed attempt included
   * @return empty if the server gives up
   */
  public Optional<Instant> findNext(int attempt, Instant failedAt) {
    if (attempt >= attempts) {
      return Optional.empty();
    }
    Duration wait = firstWait;
    for (int made = 1; made < attempt && wait.compareTo(longestWait) < 0; made++) {
      wait = wait.multipliedBy(GROWTH);
    }
    return Optional.of(failedAt.plus(wait.compareTo(longestWait) < 0 ? wait : longestWait));
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " must be above zero.");
    }
  }
}
