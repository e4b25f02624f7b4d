package dev.touchstone.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list in its stable order.
 *
 * @param items what the part holds
 * @param next what to give as {@code after} for the next part; null where this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page of up to {@link PageQuery#fetch} items that follow the query's key.
   *
   * @param key what tells an item's place in the order; texts
   */
  public static <T> Page<T> of(List<T> fetched, PageQuery query, Function<T, List<String>> key) {
    if (fetched.size() <= query.limit()) {
      return new Page<>(fetched, null);
    }
    List<T> items = fetched.subList(0, query.limit());
    return new Page<>(items, Cursor.encode(key.apply(items.get(items.size() - 1))));
  }

  /** The page with each item as something else. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), next);
  }
}
