package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** A sheet that counts, at the rows behind its header. */
final class SurveySheet implements AutoCloseable {

  private final Sheet sheet;
  private final SheetRows rows;
  private final HeaderColumns header;
  private final DateSystem dates;

  SurveySheet(Sheet sheet, SheetRows rows, HeaderColumns header, DateSystem dates) {
    this.sheet = sheet;
    this.rows = rows;
    this.header = header;
    this.dates = dates;
  }

  /** The next row that is not blank; null at the end. */
  @Nullable SourceRow next() throws UnusableFileException {
    for (int number = rows.next(); number > 0; number = rows.next()) {
      if (rows.read(header)) {
        RowPlace place = new RowPlace(sheet.index(), sheet.name(), number);
        return new SourceRow(place, header.drain(), dates);
      }
    }
    return null;
  }

  @Override
  public void close() throws UnusableFileException {
    rows.close();
  }
}
