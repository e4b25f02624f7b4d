package dev.touchstone.application.account;

import java.util.regex.Pattern;

/**
 * The name of an account, which is also its client id: 3 to 64 small letters, digits, dots, hyphens
 * and underscores, a letter first.
 *
 * @param value the name
 */
public record AccountName(String value) {

  /** What a name looks like. */
  public static final String PATTERN = "[a-z][a-z0-9._-]{2,63}";

  private static final Pattern VALID = Pattern.compile(PATTERN);

  /**
   * Takes a name.
   *
   * @throws IllegalArgumentException if it is none; the message says what a name looks like
   */
  public AccountName {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An account's name has 3 to 64 small letters, digits, dots, hyphens and underscores, a"
              + " letter first.");
    }
  }

  /** Whether a text is a name. */
  public static boolean isValid(String value) {
    return VALID.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
