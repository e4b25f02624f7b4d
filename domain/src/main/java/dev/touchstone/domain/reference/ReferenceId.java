package dev.touchstone.domain.reference;

import dev.touchstone.domain.text.Text;

/** The id of a reference. */
public record ReferenceId(String value) implements Comparable<ReferenceId> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(ReferenceId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
