package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.SourceRows;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The responses of a survey workbook, row by row, over all visible sheets that have a header
 * (formats.md, Survey workbook). Cells come as the values they hold, not as they are displayed, and
 * unjudged. Memory does not grow with the rows: the sheets are streamed, and of the shared strings
 * what goes beyond a budget is put into a temporary file until the reader is closed.
 *
 * <p>For one thread.
 */
public final class SurveyWorkbookReader implements SourceRows {

  private final OpenWorkbook workbook;
  private final Iterator<Sheet> sheets;
  private final HeaderSearch search = new HeaderSearch();
  private @Nullable SurveySheet current;

  private SurveyWorkbookReader(OpenWorkbook workbook) {
    this.workbook = workbook;
    this.sheets = workbook.sheets().iterator();
  }

  /**
   * Opens a workbook at the first row behind the first header.
   *
   * @throws UnusableFileException if it is not a workbook that can be read (FILE_UNREADABLE), is
   *     beyond the limits (FILE_TOO_LARGE), has a header that lacks required columns
   *     (FILE_MISSING_COLUMN) or none at all (FILE_NO_HEADER)
   */
  public static SurveyWorkbookReader open(Path file) throws UnusableFileException {
    SurveyWorkbookReader reader = new SurveyWorkbookReader(OpenWorkbook.open(file));
    try {
      reader.enterFirstSheet();
      return reader;
    } catch (UnusableFileException e) {
      try {
        reader.close();
      } catch (IOException onClose) {
        e.addSuppressed(onClose);
      }
      throw e;
    }
  }

  @Override
  public @Nullable SourceRow next() throws UnusableFileException {
    workbook.resume();
    try {
      while (current != null) {
        SourceRow row = current.next();
        if (row != null) {
          return row;
        }
        current.close();
        current = nextSheet();
      }
      return null;
    } finally {
      workbook.pause();
    }
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      if (current != null) {
        current.close();
        current = null;
      }
    } catch (UnusableFileException e) {
      throw new IOException("The workbook cannot be closed.", e);
    }
  }

  private void enterFirstSheet() throws UnusableFileException {
    current = nextSheet();
    if (current == null) {
      throw search.failure();
    }
    workbook.pause();
  }

  private @Nullable SurveySheet nextSheet() throws UnusableFileException {
    while (sheets.hasNext()) {
      Sheet sheet = sheets.next();
      SheetRows rows = workbook.rows(sheet);
      HeaderColumns header = null;
      try {
        header = search.find(rows, sheet);
      } finally {
        if (header == null) {
          rows.close();
        }
      }
      if (header != null) {
        return new SurveySheet(sheet, rows, header, workbook.dates());
      }
    }
    return null;
  }
}
