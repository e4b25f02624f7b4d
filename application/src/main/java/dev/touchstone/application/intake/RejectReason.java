package dev.touchstone.application.intake;

/** Why a row or a whole file is rejected (formats.md, CSV and Survey workbook). */
public enum RejectReason {
  /** A required value is absent. */
  MISSING_VALUE,
  /** Not a date, or not one of the two forms. */
  BAD_DATE,
  /** Not a whole number. */
  BAD_NUMBER,
  /** A whole number beyond its scale. */
  OUT_OF_RANGE,
  /** No such partner. */
  UNKNOWN_PARTNER,
  /** Not in the catalog. */
  UNKNOWN_SPECIALIZATION,
  /** Accepted by no specialization. */
  UNKNOWN_CERTIFICATION_CODE,
  /** None of the values the column may have, or characters that text cannot have. */
  UNKNOWN_VALUE,
  /** An end before its beginning. */
  DATES_REVERSED,
  /** The key stands in the file already, with other content. */
  DUPLICATE_KEY,
  /** The file names two partners for one person. */
  PERSON_CLAIMED_TWICE,
  /** Longer than text may be. */
  TOO_LONG,
  /** The file cannot be read as what its name says. */
  FILE_UNREADABLE,
  /** A required column is missing. */
  FILE_MISSING_COLUMN,
  /** There is no header. */
  FILE_NO_HEADER,
  /** Beyond the limits on size. */
  FILE_TOO_LARGE
}
