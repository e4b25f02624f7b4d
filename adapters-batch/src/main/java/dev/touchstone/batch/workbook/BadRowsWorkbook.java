package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A new workbook for one that cannot be edited: of each sheet with bad rows the header and those
 * rows, their columns where they were, and what is wrong with them and which rows they were. It is
 * streamed, as the original is; formulas are values in it, and styles are lost.
 */
final class BadRowsWorkbook {

  /** A row can be large: as few as can be are held. */
  private static final int ROWS_IN_MEMORY = 1;

  private static final List<String> REMARKS =
      List.of(
          "Il file è troppo grande o di un tipo che non si può annotare: qui ci sono soltanto le"
              + " righe respinte.",
          "The file is too large or of a kind that cannot be annotated: here are the rejected rows"
              + " only.");
  private static final List<String> REMARKS_WHEN_FULL =
      List.of(
          "Sono troppe: delle ultime c'è soltanto il numero di riga con l'esito.",
          "They are too many: of the last there is only the row number with the outcome.");

  private final OpenWorkbook original;
  private final SXSSFWorkbook workbook;
  private final PlainCells cells;
  private final Iterator<RejectedRow> rejected;
  private final RejectSummary summary = new RejectSummary();
  private @Nullable RejectedRow next;
  private long charactersLeft;
  private boolean leavesCellsOut;

  private BadRowsWorkbook(
      OpenWorkbook original,
      SXSSFWorkbook workbook,
      Iterator<RejectedRow> rejected,
      long characters) {
    this.original = original;
    this.workbook = workbook;
    this.cells = new PlainCells(new CellStyles(workbook.getXSSFWorkbook()), original.dates());
    this.rejected = rejected;
    this.charactersLeft = characters;
    advance();
  }

  /**
   * Writes it.
   *
   * @param layouts the sheets of the original that count
   * @param rejected its bad rows, in order of sheets and rows
   * @param characters the text after which no more cells are copied
   */
  static void write(
      Path original,
      List<SheetLayout> layouts,
      Iterator<RejectedRow> rejected,
      long characters,
      Path target)
      throws IOException, UnusableFileException {
    try (OpenWorkbook source = OpenWorkbook.open(original);
        XSSFWorkbook frame = new XSSFWorkbook()) {
      // Serial dates stay what they are, also where nobody knows them for dates.
      frame.getCTWorkbook().getWorkbookPr().setDate1904(source.dates() == DateSystem.FROM_1904);
      try (SXSSFWorkbook workbook = new SXSSFWorkbook(frame, ROWS_IN_MEMORY)) {
        BadRowsWorkbook bad = new BadRowsWorkbook(source, workbook, rejected, characters);
        bad.fill(layouts, String.valueOf(original.getFileName()));
        AtomicFile.write(target, workbook::write);
      }
    }
  }

  private void fill(List<SheetLayout> layouts, String file)
      throws IOException, UnusableFileException {
    SXSSFSheet front = workbook.createSheet(RejectSummary.freeName(name -> isIn(layouts, name)));
    for (SheetLayout layout : layouts) {
      if (nextIn(layout) != null) {
        copy(layout.madeRoom(), workbook.createSheet(freeName(layout.sheet())));
      }
    }
    if (next != null) {
      throw new IOException("The workbook no longer has " + placeOf(next));
    }
    summary.fill(front, file, remarks());
  }

  private void copy(SheetLayout layout, SXSSFSheet target) throws UnusableFileException {
    target.setColumnWidth(layout.outcomeColumn() - 1, OutcomeColumn.WIDTH);
    int count = 0;
    try (SheetRows rows = original.rows(layout.sheet())) {
      RejectedRow bad = nextIn(layout);
      for (int number = rows.next(); number > 0 && bad != null; number = rows.next()) {
        if (number == layout.header().row()) {
          SXSSFRow header = target.createRow(count++);
          copyCells(rows, layout, header);
          putOutcome(header, layout, OutcomeColumn.TITLE);
        } else if (number == placeOf(bad).line()) {
          copyBad(rows, layout, bad, target.createRow(count++));
          advance();
          bad = nextIn(layout);
        } else {
          rows.skip();
        }
      }
    }
  }

  private void copyBad(SheetRows rows, SheetLayout layout, RejectedRow bad, SXSSFRow target)
      throws UnusableFileException {
    if (charactersLeft < 0) {
      rows.skip();
      leavesCellsOut = true;
    } else {
      copyCells(rows, layout, target);
      for (int column : layout.columnsOf(bad.fault())) {
        cells.apply(target, column, CellStyles.Look.MARK);
      }
    }
    putOutcome(target, layout, OutcomeColumn.textFor(bad.fault(), placeOf(bad).line()));
    summary.count(bad.fault());
  }

  private void copyCells(SheetRows rows, SheetLayout layout, SXSSFRow target)
      throws UnusableFileException {
    RowCopy copy = new RowCopy(layout, target, cells);
    rows.read(copy);
    charactersLeft -= copy.characters();
  }

  private void putOutcome(SXSSFRow row, SheetLayout layout, String text) {
    cells.putText(row, layout.outcomeColumn(), text);
    cells.apply(row, layout.outcomeColumn(), CellStyles.Look.OUTCOME);
  }

  private List<String> remarks() {
    return leavesCellsOut
        ? Stream.concat(REMARKS.stream(), REMARKS_WHEN_FULL.stream()).toList()
        : REMARKS;
  }

  private void advance() {
    next = rejected.hasNext() ? rejected.next() : null;
  }

  /** The next bad row, if it is in this sheet. */
  private @Nullable RejectedRow nextIn(SheetLayout layout) {
    RejectedRow row = next;
    return row != null && placeOf(row).sheetIndex() == layout.sheet().index() ? row : null;
  }

  private static RowPlace placeOf(RejectedRow row) {
    return Objects.requireNonNull(row.place(), "A file rejected whole has no rows");
  }

  private static boolean isIn(List<SheetLayout> layouts, String name) {
    return layouts.stream().anyMatch(layout -> layout.sheet().name().equalsIgnoreCase(name));
  }

  /** The sheet's own name, if a workbook can have it. */
  private String freeName(Sheet sheet) {
    String name = WorkbookUtil.createSafeSheetName(sheet.name());
    for (int number = sheet.index() + 1; workbook.getSheet(name) != null; number++) {
      name = "Sheet " + number;
    }
    return name;
  }
}
