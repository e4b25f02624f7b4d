package dev.touchstone.domain.tier;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The days on which evidence on a partner begins or ceases to count, with the topics of it that do,
 * to be gone through once and in order. A day and the bit of a topic lie in one number, so that
 * sorting costs little: every standing is worked out from them.
 */
final class ChangeDays {

  private static final int TOPIC_BITS = 8;
  private static final int TOPICS = (1 << TOPIC_BITS) - 1;
  private static final int INITIAL_CAPACITY = 32;

  private long[] changes = new long[INITIAL_CAPACITY];
  private int size;
  private int next;

  void add(LocalDate day, EvidenceTopic topic) {
    if (size == changes.length) {
      changes = Arrays.copyOf(changes, 2 * size);
    }
    changes[size++] = day.toEpochDay() << TOPIC_BITS | topic.bit();
  }

  /** To be called when all are added. */
  void sort() {
    Arrays.sort(changes, 0, size);
  }

  /** The first day that is not passed; null where there is none. */
  @Nullable LocalDate nextDay() {
    return next == size ? null : LocalDate.ofEpochDay(changes[next] >> TOPIC_BITS);
  }

  /** Passes all days up to the given one: the bits of the topics of which evidence has changed. */
  int passTo(LocalDate day) {
    int changed = 0;
    long end = (day.toEpochDay() + 1) << TOPIC_BITS;
    for (; next < size && changes[next] < end; next++) {
      changed |= (int) changes[next] & TOPICS;
    }
    return changed;
  }
}
