package dev.touchstone.web.api;

/** Reads the keys of items that a page gave as {@code next}. */
public final class PageKey {

  private static final int MOST_DIGITS = 18;

  private PageKey() {}

  /** Whether the query begins at the beginning. */
  public static boolean isAbsent(PageQuery page) {
    return page.after().isEmpty();
  }

  /**
   * A text of the key.
   *
   * @param index which one
   * @throws InvalidRequestException if the key has none there
   */
  public static String text(PageQuery page, int index) {
    if (index >= page.after().size()) {
      throw foreign();
    }
    return page.after().get(index);
  }

  /**
   * A number of the key, 0 or more.
   *
   * @param index which one
   * @throws InvalidRequestException if the key has none there
   */
  public static long number(PageQuery page, int index) {
    String text = text(page, index);
    if (text.isEmpty()
        || text.length() > MOST_DIGITS
        || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw foreign();
    }
    return Long.parseLong(text);
  }

  /**
   * A number of the key that a place in a list can be.
   *
   * @param index which one
   * @throws InvalidRequestException if the key has none there
   */
  public static int place(PageQuery page, int index) {
    long number = number(page, index);
    if (number > Integer.MAX_VALUE) {
      throw foreign();
    }
    return (int) number;
  }

  /** What to say of a key that no page gave. */
  public static InvalidRequestException foreign() {
    return new InvalidRequestException(
        PageQueryResolver.AFTER, "is what a page gave as next, unchanged");
  }
}
