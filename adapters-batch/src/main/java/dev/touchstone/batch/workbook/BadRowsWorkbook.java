package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A new workbook of the bad rows alone, for one too large to edit: the columns of a survey, the row
 * number, and what is wrong. It is streamed, as the original is.
 */
final class BadRowsWorkbook {

  private static final int ROWS_IN_MEMORY = 100;

  /** What a serial date of 1904 lacks to the same day in a workbook that counts from 1900. */
  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  private static final List<Column> COLUMNS = EvidenceKind.SURVEYS.columns();

  private final SXSSFWorkbook workbook;
  private final CellStyle outcomeStyle;
  private final CellStyle markedStyle;
  private final CellStyle textStyle;
  private final CellStyle dateStyle;
  private @Nullable Sheet sheet;
  private int sheetIndex = -1;
  private int at;

  private BadRowsWorkbook(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    this.outcomeStyle = filled(IndexedColors.LIGHT_YELLOW);
    this.markedStyle = filled(IndexedColors.ROSE);
    this.textStyle = workbook.createCellStyle();
    textStyle.setQuotePrefixed(true);
    this.dateStyle = workbook.createCellStyle();
    dateStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  static void write(Path original, Iterator<RejectedRow> rejected, OutputStream out)
      throws IOException, UnusableFileException {
    try (SurveyWorkbookReader rows = SurveyWorkbookReader.open(original);
        SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      Sheet front = workbook.createSheet(RejectSummary.freeName(workbook));
      BadRowsWorkbook bad = new BadRowsWorkbook(workbook);
      RejectSummary summary = new RejectSummary();
      while (rejected.hasNext()) {
        RejectedRow row = rejected.next();
        RowPlace place = Objects.requireNonNull(row.place(), "A file rejected whole has no rows");
        bad.add(find(rows, place), row);
        summary.count(row.fault().reason());
      }
      summary.fill(front, String.valueOf(original.getFileName()));
      workbook.write(out);
    }
  }

  private static SourceRow find(SurveyWorkbookReader rows, RowPlace place)
      throws IOException, UnusableFileException {
    for (SourceRow row = rows.next(); row != null; row = rows.next()) {
      if (row.place().equals(place)) {
        return row;
      }
    }
    throw new IOException("The workbook has no row " + place + " any more");
  }

  private void add(SourceRow source, RejectedRow rejected) {
    Row row = sheetFor(source.place()).createRow(at++);
    row.createCell(0).setCellValue((double) source.place().line());
    for (int i = 0; i < COLUMNS.size(); i++) {
      org.apache.poi.ss.usermodel.Cell cell = row.createCell(i + 1);
      put(cell, source.cells().get(i), i, source.dates());
      if (rejected.fault().columns().contains(COLUMNS.get(i).name())) {
        cell.setCellStyle(markedStyle);
      }
    }
    org.apache.poi.ss.usermodel.Cell outcome = row.createCell(COLUMNS.size() + 1);
    outcome.setCellValue(OutcomeColumn.textFor(rejected.fault()));
    outcome.setCellStyle(outcomeStyle);
  }

  private Sheet sheetFor(RowPlace place) {
    Sheet current = sheet;
    if (current == null || sheetIndex != place.sheetIndex()) {
      current = workbook.createSheet(nameOf(place));
      Row header = current.createRow(0);
      header.createCell(0).setCellValue("Riga / Row");
      for (int i = 0; i < COLUMNS.size(); i++) {
        header.createCell(i + 1).setCellValue(COLUMNS.get(i).headers().get(0));
      }
      header.createCell(COLUMNS.size() + 1).setCellValue(OutcomeColumn.TITLE);
      sheet = current;
      sheetIndex = place.sheetIndex();
      at = 1;
    }
    return current;
  }

  private String nameOf(RowPlace place) {
    String name = Objects.requireNonNullElse(place.sheet(), "");
    return name.isBlank() || workbook.getSheet(name) != null
        ? "Sheet " + (place.sheetIndex() + 1)
        : name;
  }

  private void put(
      org.apache.poi.ss.usermodel.Cell cell, @Nullable Cell value, int column, DateSystem dates) {
    if (value instanceof Cell.Text text) {
      cell.setCellValue(text.value().substring(0, Math.min(text.value().length(), 32_000)));
      if (SafeCells.isDangerous(text.value())) {
        cell.setCellStyle(textStyle);
      }
    } else if (value instanceof Cell.Numeric number) {
      boolean isDate = COLUMNS.get(column).name().equals("date");
      cell.setCellValue(
          isDate && dates == DateSystem.FROM_1904
              ? number.value() + DAYS_FROM_1900_TO_1904
              : number.value());
      if (isDate) {
        cell.setCellStyle(dateStyle);
      }
    } else if (value instanceof Cell.Truth truth) {
      cell.setCellValue(truth.value());
    } else if (value instanceof Cell.Date date) {
      cell.setCellValue(date.value().toString());
    } else if (value instanceof Cell.ErrorValue error) {
      cell.setCellValue(error.code());
    }
  }

  private CellStyle filled(IndexedColors color) {
    CellStyle style = workbook.createCellStyle();
    style.setFillForegroundColor(color.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
