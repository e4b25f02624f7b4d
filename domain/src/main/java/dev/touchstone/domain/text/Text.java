package dev.touchstone.domain.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** Comparison rules for text (formats.md, CSV and Survey workbook; domain.md, Survey). */
public final class Text {

  /**
   * The order of the UTF-8 bytes, which is the order of the code points. It differs from {@link
   * String#compareTo} only beyond the basic plane, and is what PostgreSQL calls collation "C".
   */
  public static final Comparator<String> BYTE_ORDER = Text::compareByteOrder;

  private Text() {}

  /** Removes white space from both ends: Unicode's, no-break spaces and a stray BOM included. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Trims and folds case and accents: two texts with an equal fold count as the same. */
  public static String fold(String text) {
    String trimmed = trim(text);
    if (isAscii(trimmed)) {
      return trimmed.toLowerCase(Locale.ROOT);
    }
    // By way of upper case, which expands what lower case alone would keep apart (ß and SS); the
    // capital ẞ is expanded only once it is small.
    String small = trimmed.toLowerCase(Locale.ROOT);
    String oneCase = small.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String decomposed = Normalizer.normalize(oneCase, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The length as a reader counts it, in Unicode code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int compareByteOrder(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Surrogates stand for code points above every other char.
        boolean xHigh = Character.isSurrogate(x);
        boolean yHigh = Character.isSurrogate(y);
        return xHigh == yHigh ? Character.compare(x, y) : Boolean.compare(xHigh, yHigh);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
