package dev.touchstone.domain.survey;

import dev.touchstone.domain.text.Text;

/** The outside vendor that ran a survey; response ids are unique within it. */
public record SurveyVendor(String value) implements Comparable<SurveyVendor> {

  /** Byte order (formats.md, Feed). */
  @Override
  public int compareTo(SurveyVendor other) {
    return Text.BYTE_ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
