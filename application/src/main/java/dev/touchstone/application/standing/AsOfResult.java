package dev.touchstone.application.standing;

/**
 * What was found as of a date.
 *
 * @param <T> what was asked for
 */
public sealed interface AsOfResult<T> {

  /** It was found. */
  record Found<T>(T value) implements AsOfResult<T> {}

  /**
   * No night is complete, or nothing is known of the partner.
   *
   * @param reason one sentence that says so
   */
  record NotFound<T>(String reason) implements AsOfResult<T> {}

  /**
   * The program has no answer for that date.
   *
   * @param reason one sentence that says why
   */
  record Refused<T>(String reason) implements AsOfResult<T> {}
}
