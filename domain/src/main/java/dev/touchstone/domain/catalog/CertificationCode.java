package dev.touchstone.domain.catalog;

import dev.touchstone.domain.text.Text;

/** The code of a kind of certificate, exact in case: what a person passed. */
public record CertificationCode(String value) implements Comparable<CertificationCode> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(CertificationCode other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
