package dev.touchstone.domain.partner;

import dev.touchstone.domain.text.Text;

/** The id of a partner, exact in case. */
public record PartnerId(String value) implements Comparable<PartnerId> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(PartnerId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
