package dev.touchstone.application.intake.service;

/** How a sentence about a fault speaks of a value. */
final class Detail {

  private static final int MAX_SHOWN = 60;

  private Detail() {}

  /** The column and its value in quotation marks, shortened, unprintable characters replaced. */
  static String value(String column, String value) {
    StringBuilder shown = new StringBuilder(column).append(" \"");
    value.codePoints().limit(MAX_SHOWN).map(Detail::printable).forEach(shown::appendCodePoint);
    if (value.codePointCount(0, value.length()) > MAX_SHOWN) {
      shown.append('…');
    }
    return shown.append('"').toString();
  }

  private static int printable(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
        ? '\uFFFD'
        : codePoint;
  }
}
