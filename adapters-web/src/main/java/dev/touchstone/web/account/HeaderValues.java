package dev.touchstone.web.account;

import java.util.function.Predicate;

/**
 * What the value of a header may be: assigned characters, of which no control characters but tabs.
 * It is the rule of {@code StrictHttpFirewall}, which has it as a regular expression; that costs
 * too much for a token that is looked at with every request.
 */
final class HeaderValues implements Predicate<String> {

  @Override
  public boolean test(String value) {
    int at = 0;
    while (at < value.length() && isPrintable(value.charAt(at))) {
      at++;
    }
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

  /** Of ASCII, which nearly all values are. */
  private static boolean isPrintable(char character) {
    return character >= ' ' && character <= '~';
  }
}
