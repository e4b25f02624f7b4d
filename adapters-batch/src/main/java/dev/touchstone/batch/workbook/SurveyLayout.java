package dev.touchstone.batch.workbook;

/** How a survey vendor lays its workbooks out. */
public enum SurveyLayout {
  /** English headers in the first row, date cells. */
  ENGLISH,
  /** Titles above, Italian headers, dates and numbers as text. */
  ITALIAN,
  /** Counts days from 1904, other order of columns, one column that nobody asked for. */
  FROM_1904
}
