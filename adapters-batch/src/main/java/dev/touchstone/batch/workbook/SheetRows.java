package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.batch.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, one after the other. Rows and cells without a reference stand behind the
 * ones before them.
 */
final class SheetRows implements AutoCloseable {

  private final XmlPart xml;
  private final Sheet sheet;
  private final CellValue values;
  private final CellText text = new CellText();
  private final CellReference reference = new CellReference();
  private final CellType.Decoder type = new CellType.Decoder();
  private boolean inData;
  private int row;

  SheetRows(XmlPart xml, Sheet sheet, SharedStrings sharedStrings) {
    this.xml = xml;
    this.sheet = sheet;
    this.values = new CellValue(sharedStrings);
  }

  /** Moves into the sheet, before all else. */
  void enter() throws UnusableFileException {
    xml.enterRoot("worksheet");
  }

  /** Moves to the next row; its number, from 1, or 0 at the end. */
  int next() throws UnusableFileException {
    for (int event = xml.next(); event != XmlPart.END_DOCUMENT; event = xml.next()) {
      if (event == XmlPart.END_ELEMENT) {
        // The end of the data: all behind is only seen to be whole.
        inData = false;
      } else if (event == XmlPart.START_ELEMENT) {
        if (inData && xml.isAt("row")) {
          row = rowNumber();
          return row;
        }
        if (!inData && xml.isAt("sheetData")) {
          inData = true;
        } else {
          xml.skipElement();
        }
      }
    }
    return 0;
  }

  /** Passes over the row instead of reading it. */
  void skip() throws UnusableFileException {
    xml.skipElement();
  }

  /** Reads the cells of the row; false if it is blank, columns that are not wanted included. */
  boolean read(RowCells target) throws UnusableFileException {
    boolean blank = true;
    int column = 0;
    for (int event = xml.next(); event != XmlPart.END_ELEMENT; event = xml.next()) {
      if (event != XmlPart.START_ELEMENT) {
        continue;
      }
      if (!xml.isAt("c")) {
        xml.skipElement();
        continue;
      }
      column = columnNumber(column);
      boolean wanted = target.wants(column);
      if (!wanted && !blank) {
        xml.skipElement();
        continue;
      }
      Cell cell = cell();
      if (cell != null) {
        blank = false;
        if (wanted) {
          target.take(column, cell);
        }
      }
    }
    return !blank;
  }

  @Override
  public void close() throws UnusableFileException {
    xml.close();
  }

  private int rowNumber() throws UnusableFileException {
    String stated = xml.attribute("r");
    int number = stated == null ? row + 1 : parse(stated);
    if (number <= row) {
      throw Unusable.damaged(
          "Row %d of sheet \"%s\" does not stand in order".formatted(number, sheet.name()), null);
    }
    if (number > WorkbookLimits.ROWS) {
      throw Unusable.tooLarge(
          "Sheet \"%s\" has more than %,d rows".formatted(sheet.name(), WorkbookLimits.ROWS), null);
    }
    return number;
  }

  private int parse(String stated) throws UnusableFileException {
    try {
      int number = Integer.parseInt(stated);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw badReference(e);
    }
    throw badReference(null);
  }

  private int columnNumber(int previous) throws UnusableFileException {
    int column = previous + 1;
    type.reset();
    for (int i = 0; i < xml.attributeCount(); i++) {
      String name = xml.attributeName(i);
      if (name.equals("r")) {
        xml.decodeAttribute(i, reference);
        column = reference.column();
      } else if (name.equals("t")) {
        xml.decodeAttribute(i, type);
      }
    }
    if (column == 0) {
      throw badReference(null);
    }
    if (column > WorkbookLimits.COLUMNS) {
      throw Unusable.tooLarge(
          "Row %d of sheet \"%s\" has more than %,d columns"
              .formatted(row, sheet.name(), WorkbookLimits.COLUMNS),
          null);
    }
    return column;
  }

  private @Nullable Cell cell() throws UnusableFileException {
    text.reset();
    boolean inline = type.type() == CellType.INLINE_STRING;
    for (int event = xml.next(); event != XmlPart.END_ELEMENT; event = xml.next()) {
      if (event != XmlPart.START_ELEMENT) {
        continue;
      }
      if (inline && xml.isAt("is")) {
        RichText.read(xml, text);
      } else if (!inline && xml.isAt("v")) {
        RichText.readPlain(xml, text);
      } else {
        xml.skipElement();
      }
    }
    text.finish();
    return values.of(type.type(), text);
  }

  private UnusableFileException badReference(@Nullable Throwable cause) {
    return Unusable.damaged(
        "Sheet \"%s\" has a row or a cell behind row %d that does not say where it stands"
            .formatted(sheet.name(), row),
        cause);
  }
}
