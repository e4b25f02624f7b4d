package dev.touchstone.domain.certification;

import dev.touchstone.domain.text.Text;

/** The id of one certificate of one person. */
public record CertificateId(String value) implements Comparable<CertificateId> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(CertificateId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
