package dev.touchstone.web.api;

import java.util.List;

/**
 * Which part of a list is asked for, from the parameters {@code limit} and {@code after}; handlers
 * of lists take it as an argument.
 *
 * @param limit how many items at most, 1 to {@value #MOST}
 * @param after the key of the item before the part, as {@link Page#of} was given it; empty at the
 *     beginning of the list
 */
public record PageQuery(int limit, List<String> after) {

  /** The most items of a page. */
  public static final int MOST = 500;

  /** How many unless something else is asked for. */
  public static final int DEFAULT = 50;

  /** Copies the key. */
  public PageQuery {
    after = List.copyOf(after);
  }

  /** One more than the page holds: whether it comes tells whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }
}
