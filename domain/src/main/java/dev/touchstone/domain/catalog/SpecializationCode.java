package dev.touchstone.domain.catalog;

import dev.touchstone.domain.text.Text;

/** The code of a specialization, exact in case. */
public record SpecializationCode(String value) implements Comparable<SpecializationCode> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(SpecializationCode other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
