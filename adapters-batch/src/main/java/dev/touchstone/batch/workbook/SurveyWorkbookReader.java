package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.SourceRows;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a survey workbook, sheet after sheet, in constant memory (formats.md, Survey
 * workbook).
 */
public final class SurveyWorkbookReader implements SourceRows {

  /** The header stands within the first rows; titles above it are normal. */
  private static final int LAST_HEADER_ROW = 20;

  /** Fewer required headers in a row are chance: a title page may say "Data" or "Cliente". */
  private static final int LIKELY_HEADER = 2;

  /**
   * A sheet that counts.
   *
   * @param index its position in the workbook, from 0
   * @param name its name
   * @param headerRow the row of its header, from 1
   * @param header which columns it has
   */
  record Layout(int index, String name, int headerRow, SurveyHeader header) {}

  private final SurveyPackage workbook;
  private final Deque<SurveyPackage.Sheet> sheets;
  private final List<Layout> layouts = new ArrayList<>();
  private SurveyHeader nearest = SurveyHeader.of(List.of());
  private @Nullable SheetRows rows;

  private SurveyWorkbookReader(SurveyPackage workbook) {
    this.workbook = workbook;
    this.sheets = new ArrayDeque<>(workbook.sheets());
  }

  /**
   * Opens a workbook at its first row.
   *
   * @throws UnusableFileException if it is no workbook, or no sheet of it has a header
   */
  public static SurveyWorkbookReader open(Path file) throws UnusableFileException {
    SurveyWorkbookReader reader = new SurveyWorkbookReader(SurveyPackage.open(file));
    try {
      if (!reader.openNextSheet()) {
        throw new UnusableFileException(reader.noHeader());
      }
      return reader;
    } catch (UnusableFileException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public @Nullable SourceRow next() throws UnusableFileException {
    try {
      while (rows != null) {
        while (rows.next()) {
          if (!rows.isBlank()) {
            Layout layout = layouts.get(layouts.size() - 1);
            return new SourceRow(
                new RowPlace(layout.index(), layout.name(), rows.rowNumber()),
                rows.cells(),
                workbook.dates());
          }
        }
        closeSheet();
        openNextSheet();
      }
      return null;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // The parser says by unchecked exceptions, too, that the text is damaged.
      throw SurveyPackage.unusable(e);
    }
  }

  /** The sheets that count, as far as they have been reached. */
  List<Layout> layouts() {
    return List.copyOf(layouts);
  }

  @Override
  public void close() {
    try {
      closeSheet();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A sheet could not be closed", e);
    } finally {
      workbook.close();
    }
  }

  /** Goes to the next sheet that has a header; false if there is none. */
  private boolean openNextSheet() throws UnusableFileException {
    try {
      while (rows == null && !sheets.isEmpty()) {
        SurveyPackage.Sheet sheet = sheets.remove();
        rows = workbook.open(sheet);
        if (!findHeader(sheet, rows)) {
          closeSheet();
        }
      }
      return rows != null;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw SurveyPackage.unusable(e);
    }
  }

  private boolean findHeader(SurveyPackage.Sheet sheet, SheetRows in)
      throws IOException, XMLStreamException {
    while (in.next() && in.rowNumber() <= LAST_HEADER_ROW) {
      SurveyHeader header = SurveyHeader.of(in.cells());
      if (header.isWhole()) {
        layouts.add(new Layout(sheet.index(), sheet.name(), in.rowNumber(), header));
        in.choose(header.columns());
        return true;
      }
      if (header.requiredFound() > nearest.requiredFound()) {
        nearest = header;
      }
    }
    return false;
  }

  private void closeSheet() throws XMLStreamException {
    SheetRows open = rows;
    rows = null;
    if (open != null) {
      open.close();
    }
  }

  private Fault noHeader() {
    if (nearest.requiredFound() >= LIKELY_HEADER) {
      return new Fault(
          RejectReason.FILE_MISSING_COLUMN,
          "The header lacks "
              + String.join(", ", nearest.listMissing())
              + "; add what is missing and send the workbook again",
          List.of());
    }
    return new Fault(
        RejectReason.FILE_NO_HEADER,
        "No visible sheet has a header within its first 20 rows; put it there: "
            + String.join(", ", nearest.listMissing()),
        List.of());
  }
}
