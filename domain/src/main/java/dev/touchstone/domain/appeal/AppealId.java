package dev.touchstone.domain.appeal;

import dev.touchstone.domain.text.Text;

/** The id of an appeal, exact in case; later appeals have higher ones. */
public record AppealId(String value) implements Comparable<AppealId> {

  /** The id of the appeal with a number. */
  public static AppealId ofNumber(long number) {
    return new AppealId("A-%09d".formatted(number));
  }

  /** Byte order. */
  @Override
  public int compareTo(AppealId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
