package dev.touchstone.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * A row of the table.
 *
 * @param what what was measured, with its size
 * @param own the median of the product
 * @param reference what it is compared with
 * @param referenceTime the median of the reference
 * @param goal the ratio of the first to the second that is aimed at: at the most
 * @param remark what else is to be said; may be empty
 */
record Figure(
    String what,
    Duration own,
    String reference,
    Duration referenceTime,
    double goal,
    String remark) {

  static final String HEADER =
      """
      | what | product | reference | takes | ratio | goal | |
      |---|---|---|---|---|---|---|""";

  String line() {
    double ratio = (double) own.toNanos() / referenceTime.toNanos();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | **%s** | ≤ %s | %s%s |",
        what,
        Text.of(own),
        reference,
        Text.of(referenceTime),
        rounded(ratio),
        rounded(goal),
        ratio <= goal ? "met" : "missed",
        remark.isEmpty() ? "" : "; " + remark);
  }

  private static String rounded(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : "%.2f", ratio);
  }
}
