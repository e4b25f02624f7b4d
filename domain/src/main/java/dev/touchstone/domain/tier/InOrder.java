package dev.touchstone.domain.tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts evidence in order. It mostly is so when it is read, which costs less to see than to sort.
 */
final class InOrder {

  private InOrder() {}

  /** The list itself where it is in order, else a copy. */
  static <T> List<T> of(List<T> list, Comparator<T> order) {
    for (int i = 1; i < list.size(); i++) {
      if (order.compare(list.get(i - 1), list.get(i)) > 0) {
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(order);
        return sorted;
      }
    }
    return list;
  }
}
