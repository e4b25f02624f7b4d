package dev.touchstone.domain.certification;

import dev.touchstone.domain.text.Text;

/** The id of a person, the same at every partner the person works for. */
public record PersonId(String value) implements Comparable<PersonId> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(PersonId other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
