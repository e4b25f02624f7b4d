package dev.touchstone.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures in turns: what is measured and its references one after the other, over and over. */
final class Turns {

  private final int repeats;
  private final Turn[] turns;
  private int warmUps = 1;

  /**
   * One turn. It prepares what it needs and measures only what counts.
   *
   * <p>A turn may measure several things.
   */
  @FunctionalInterface
  interface Turn {
    /** Measures once, by what was measured. */
    Map<String, Duration> run() throws Exception;
  }

  /** Work that is measured as a whole. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  Turns(int repeats, Turn... turns) {
    this.repeats = repeats;
    this.turns = turns.clone();
  }

  /** A turn that measures all of the work. */
  static Turn of(String what, Work work) {
    return () -> {
      long start = System.nanoTime();
      work.run();
      return Map.of(what, Duration.ofNanos(System.nanoTime() - start));
    };
  }

  /** For turns in processes of their own, which nothing before warms up. */
  Turns withoutWarmUp() {
    warmUps = 0;
    return this;
  }

  /** The medians, after one round that warms up and does not count. */
  Medians run() throws Exception {
    Map<String, List<Duration>> measured = new LinkedHashMap<>();
    for (int round = 1 - warmUps; round <= repeats; round++) {
      StringBuilder line = new StringBuilder(round == 0 ? "warm-up" : "turn " + round);
      for (Turn turn : turns) {
        for (Map.Entry<String, Duration> entry : turn.run().entrySet()) {
          line.append("; ").append(entry.getKey()).append(' ').append(Text.of(entry.getValue()));
          if (round > 0) {
            measured
                .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                .add(entry.getValue());
          }
        }
      }
      System.out.println(line);
    }
    return new Medians(measured);
  }

  /** The medians of what was measured. */
  record Medians(Map<String, List<Duration>> measured) {

    Duration of(String what) {
      List<Duration> all = measured.get(what);
      if (all == null) {
        throw new IllegalArgumentException("Nothing was measured of " + what);
      }
      long[] nanos = all.stream().mapToLong(Duration::toNanos).sorted().toArray();
      return Duration.ofNanos(
          Arrays.stream(nanos, (nanos.length - 1) / 2, nanos.length / 2 + 1).sum()
              / (nanos.length % 2 == 0 ? 2 : 1));
    }
  }
}
