package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The report of a CSV file's rejected rows (formats.md, Reports of rejected rows): the rows in full
 * under the original header, with the line, the reason and the detail in front. Corrected, it can
 * be put into the inbox as it is: the columns in front are unknown ones there, and tell the reader
 * to take back the apostrophes that keep a spreadsheet from running text.
 */
public final class CsvRejectReport {

  /** The columns in front. */
  static final List<String> FRONT = List.of("line", "reason", "detail");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvRejectReport() {}

  /**
   * Writes the report of single rows.
   *
   * @param original the file as it came
   * @param rejected its rejected rows in order of their lines
   */
  public static void write(Path original, Iterator<RejectedRow> rejected, Path target)
      throws IOException {
    try (CsvFile file = CsvFile.open(original)) {
      CsvLine header = file.next();
      try (CsvOutput report =
          CsvOutput.open(
              target, file.delimiter(), BYTE_ORDER_MARK, header == null ? FRONT : header(header))) {
        while (rejected.hasNext()) {
          RejectedRow row = rejected.next();
          CsvLine record = find(file, lineOf(row));
          report.write(line(row, record));
        }
        report.commit();
      }
    } catch (UnusableFileException e) {
      throw new IOException("The file can no longer be read as it was: " + original, e);
    }
  }

  /**
   * Writes what is known without the file: of one that was rejected whole, or is no longer as it
   * was read.
   */
  public static void writePlaces(Iterator<RejectedRow> rejected, Path target) throws IOException {
    try (CsvOutput report =
        CsvOutput.open(
            target, ',', BYTE_ORDER_MARK, front("sheet", "line", "key", "reason", "detail"))) {
      while (rejected.hasNext()) {
        RejectedRow row = rejected.next();
        RowPlace place = row.place();
        report.write(
            front(
                place == null ? "" : Objects.requireNonNullElse(place.sheet(), ""),
                place == null ? "" : String.valueOf(place.line()),
                row.key(),
                row.fault().reason().name(),
                row.fault().detail()));
      }
      report.commit();
    }
  }

  private static CsvLine find(CsvFile file, long line) throws IOException, UnusableFileException {
    for (CsvLine record = file.next(); record != null; record = file.next()) {
      if (record.line() == line) {
        return record;
      }
    }
    throw new IOException("The file has no record on line " + line + " any more");
  }

  private static long lineOf(RejectedRow row) {
    RowPlace place = row.place();
    if (place == null) {
      throw new IllegalArgumentException("A file rejected whole has no lines: " + row.path());
    }
    return place.line();
  }

  private static List<String> header(CsvLine header) {
    List<String> names = new ArrayList<>(FRONT);
    names.addAll(header.fields());
    return names;
  }

  private static List<String> line(RejectedRow row, CsvLine record) {
    List<String> values =
        front(String.valueOf(lineOf(row)), row.fault().reason().name(), row.fault().detail());
    values.addAll(record.fields());
    return values;
  }

  private static List<String> front(String... values) {
    return new ArrayList<>(List.of(values));
  }
}
