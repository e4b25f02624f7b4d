package dev.touchstone.domain.standing;

/** The number of a waiver, in the order in which they were granted. */
public record WaiverId(long value) implements Comparable<WaiverId> {

  @Override
  public int compareTo(WaiverId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
