package dev.touchstone.application.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in its file.
 *
 * @param sheetIndex the position of the sheet in the workbook, 0 for the first; 0 for CSV
 * @param sheet the sheet's name; null for CSV
 * @param line CSV: the line of the file on which the record begins; workbook: the row number; from
 *     1
 */
public record RowPlace(int sheetIndex, @Nullable String sheet, long line) {

  /** A place in a CSV file. */
  public static RowPlace line(long line) {
    return new RowPlace(0, null, line);
  }
}
