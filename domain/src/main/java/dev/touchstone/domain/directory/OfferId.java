package dev.touchstone.domain.directory;

import dev.touchstone.domain.text.Text;

/** The id of an offer, exact in case; later offers have higher ones. */
public record OfferId(String value) implements Comparable<OfferId> {

  /** The id of the offer with a number. */
  public static OfferId ofNumber(long number) {
    return new OfferId("O-%09d".formatted(number));
  }

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(OfferId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
