package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads workbooks to their end, for tests. */
final class WorkbookRows {

  private WorkbookRows() {}

  static List<SourceRow> read(Path file) throws UnusableFileException {
    List<SourceRow> rows = new ArrayList<>();
    try (SurveyWorkbookReader reader = SurveyWorkbookReader.open(file)) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
      assertThat(reader.next()).isNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The row numbers. */
  static List<Long> lines(Path file) throws UnusableFileException {
    return read(file).stream().map(row -> row.place().line()).toList();
  }

  /** The cells of the only row. */
  static List<Cell> cells(Path file) throws UnusableFileException {
    List<SourceRow> rows = read(file);
    assertThat(rows).hasSize(1);
    return rows.get(0).cells();
  }

  /** Why the file cannot be used. */
  static Fault fault(Path file) {
    UnusableFileException exception =
        catchThrowableOfType(UnusableFileException.class, () -> read(file));
    assertThat(exception).as("refused").isNotNull();
    assertThat(exception.fault().detail()).endsWith(".").doesNotContain("\n");
    return exception.fault();
  }
}
