package dev.touchstone.web.account;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * What the value of a header may be: assigned characters, of which no control characters but tabs.
 * It is the rule of {@code StrictHttpFirewall}, which has it as a regular expression; that costs
 * too much for a token that is looked at with every request.
 */
final class HeaderValues implements Predicate<String> {

  /** What stands in bytes for a character that has none: to be looked at as a character. */
  private static final byte REPLACEMENT = '?';

  @Override
  public boolean test(String value) {
    return isPrintable(value) || isAllowed(value);
  }

  /** Of ASCII, which nearly all values are; on bytes, which is several times as fast. */
  private static boolean isPrintable(String value) {
    for (byte character : value.getBytes(StandardCharsets.ISO_8859_1)) {
      if (character < ' ' || character > '~' || character == REPLACEMENT) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(String value) {
    int at = 0;
    while (at < value.length()) {
      int character = value.codePointAt(at);
      if (!Character.isDefined(character)
          || (Character.isISOControl(character) && character != '\t')) {
        return false;
      }
      at += Character.charCount(character);
    }
    return true;
  }
}
