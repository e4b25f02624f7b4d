package dev.touchstone.domain.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where mail goes. Two addresses that differ in case or in a tag only ({@code anna+crm@rossi.it})
 * are the same mailbox; the address is kept as it was written.
 */
public record EmailAddress(String value) {

  /** The longest that mail servers have to take (RFC 5321). */
  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_LENGTH = 64;

  /** ASCII without quotes, blanks and controls; a domain of two labels or more. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /**
   * Trims the address.
   *
   * @throws IllegalArgumentException if it is none that mail can be sent to
   */
  public EmailAddress {
    value = Text.trim(value);
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "The e-mail address is not one that mail can be sent to; write it like"
              + " name@example.com, other letters than ASCII in the domain as xn--….");
    }
  }

  /** Whether mail can be sent to a text as it stands. */
  public static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH
        && text.indexOf('@') <= MAX_LOCAL_LENGTH
        && ADDRESS.matcher(text).matches();
  }

  /** Whether mail to both reaches one mailbox. */
  public boolean isSameMailbox(String other) {
    return mailboxOf(value).equals(mailboxOf(other));
  }

  /** Case folded, and without the tag behind a plus sign, which only sorts an owner's mail. */
  private static String mailboxOf(String email) {
    String folded = Text.trim(email).toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    int plus = folded.indexOf('+');
    return plus > 0 && plus < at ? folded.substring(0, plus) + folded.substring(at) : folded;
  }

  @Override
  public String toString() {
    return value;
  }
}
