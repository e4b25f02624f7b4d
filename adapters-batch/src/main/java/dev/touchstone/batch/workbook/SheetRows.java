package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.domain.text.Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, forward only. First every column is kept, for the search of the header;
 * once the columns are chosen, only those.
 */
final class SheetRows implements AutoCloseable {

  private static final int NOT_WANTED = -1;

  private final Xml xml;
  private final SharedStrings strings;
  private final CappedText text = new CappedText();

  private int[] slotOfColumn = new int[0];
  private boolean chosen;
  private int rowNumber;
  private boolean blank;
  private List<@Nullable Cell> cells = new ArrayList<>();

  SheetRows(Xml xml, SharedStrings strings) {
    this.xml = xml;
    this.strings = strings;
  }

  /**
   * Keeps only these columns from the next row on.
   *
   * @param columns the columns of the slots, from 0; negative for a slot without one
   */
  void choose(int[] columns) {
    int width = Arrays.stream(columns).max().orElse(-1) + 1;
    slotOfColumn = new int[width];
    Arrays.fill(slotOfColumn, NOT_WANTED);
    for (int slot = 0; slot < columns.length; slot++) {
      if (columns[slot] >= 0) {
        slotOfColumn[columns[slot]] = slot;
      }
    }
    slots = columns.length;
    chosen = true;
  }

  private int slots;

  /** Goes to the next row that the sheet has, blank or not; false at the end. */
  boolean next() throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
        readRow();
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
        return false;
      }
    }
    return false;
  }

  /** The number of the row, from 1; rows that the file leaves out are counted. */
  int rowNumber() {
    return rowNumber;
  }

  /** Whether no cell of the row, in whatever column, has a value. */
  boolean isBlank() {
    return blank;
  }

  /** The cells by column, or by slot once columns are chosen; null for blank. */
  List<@Nullable Cell> cells() {
    return cells;
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }

  private void readRow() throws XMLStreamException, IOException {
    String stated = xml.attribute("r");
    rowNumber = stated == null ? rowNumber + 1 : number(stated);
    if (rowNumber < 1 || rowNumber > WorkbookLimits.MAX_ROWS) {
      throw new CountedInput.TooLargeException();
    }
    blank = true;
    // A row of its own: whoever asked for the last one may still hold it.
    cells = new ArrayList<>(chosen ? Arrays.asList(new Cell[slots]) : List.of());
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("c")) {
          column = columnOf(xml.attribute("r"), column + 1);
          if (column >= WorkbookLimits.MAX_COLUMNS) {
            throw new CountedInput.TooLargeException();
          }
          put(column, readCell());
        } else {
          xml.skipElement();
        }
      }
    }
  }

  private void put(int column, @Nullable Cell cell) {
    if (cell == null) {
      return;
    }
    blank = false;
    if (!chosen) {
      while (cells.size() <= column) {
        cells.add(null);
      }
      cells.set(column, cell);
    } else if (column < slotOfColumn.length && slotOfColumn[column] != NOT_WANTED) {
      cells.set(slotOfColumn[column], cell);
    }
  }

  private @Nullable Cell readCell() throws XMLStreamException, IOException {
    String type = xml.attribute("t");
    text.clear();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return toCell(type == null ? "n" : type);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v" -> readValue();
          case "is" -> StringText.read(xml, text);
          // Of a formula the cached value counts.
          default -> xml.skipElement();
        }
      }
    }
  }

  private void readValue() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            xml.appendText(text);
        case XMLStreamConstants.START_ELEMENT -> xml.skipElement();
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        default -> {
          // Comments and the like hold no value.
        }
      }
    }
  }

  private @Nullable Cell toCell(String type) throws IOException {
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case "s" -> sharedText();
      case "str", "inlineStr" -> textCell(text.decoded());
      case "b" -> new Cell.Truth(isTrue(Text.trim(text.raw())));
      case "e" -> new Cell.ErrorValue(Text.trim(text.raw()));
      case "d" -> dateCell(Text.trim(text.raw()));
      default -> numberCell(Text.trim(text.raw()));
    };
  }

  private @Nullable Cell sharedText() throws IOException {
    String shared = strings.find(number(Text.trim(text.raw())));
    if (shared == null) {
      throw new IOException("a cell in row " + rowNumber + " refers to a text that is not there");
    }
    return textCell(shared);
  }

  private static @Nullable Cell textCell(String value) {
    String trimmed = Text.trim(value);
    return trimmed.isEmpty() ? null : new Cell.Text(trimmed);
  }

  private static @Nullable Cell numberCell(String value) {
    if (value.isEmpty()) {
      return null;
    }
    try {
      return new Cell.Numeric(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      // Whatever wrote it, it is no number; the row's parser says so.
      return new Cell.Text(value);
    }
  }

  private static @Nullable Cell dateCell(String value) {
    if (value.isEmpty()) {
      return null;
    }
    try {
      // With a time of day behind it, which is dropped.
      return new Cell.Date(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
    } catch (DateTimeException e) {
      return new Cell.Text(value);
    }
  }

  private static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true");
  }

  private static int number(String digits) throws IOException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IOException(
          "\"" + digits.substring(0, Math.min(20, digits.length())) + "\" is no number", e);
    }
  }

  /** The column of a reference such as AB12, from 0; where there is none, the one that follows. */
  private static int columnOf(@Nullable String reference, int next) {
    if (reference == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z' || column > WorkbookLimits.MAX_COLUMNS) {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column == 0 ? next : column - 1;
  }
}
