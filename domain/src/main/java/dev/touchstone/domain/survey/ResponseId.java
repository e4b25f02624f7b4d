package dev.touchstone.domain.survey;

import dev.touchstone.domain.text.Text;

/** The id of a survey response, unique within its vendor. */
public record ResponseId(String value) implements Comparable<ResponseId> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(ResponseId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
