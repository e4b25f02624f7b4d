package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV file of evidence, in constant memory (formats.md, CSV). */
public final class CsvEvidenceReader implements SourceRows {

  private static final int ABSENT = -1;

  private final CsvFile file;
  private final int[] positions;
  private final boolean isReport;

  private CsvEvidenceReader(CsvFile file, int[] positions, boolean isReport) {
    this.file = file;
    this.positions = positions;
    this.isReport = isReport;
  }

  /**
   * Opens a file and finds its columns.
   *
   * @throws UnusableFileException if it is no CSV, or its header lacks a required column
   */
  public static CsvEvidenceReader open(Path path, EvidenceKind kind) throws UnusableFileException {
    CsvFile file = CsvFile.open(path);
    try {
      CsvLine header = file.next();
      if (header == null) {
        throw noHeader(kind, "The file is empty");
      }
      return new CsvEvidenceReader(file, findColumns(header, kind), isReport(header));
    } catch (UnusableFileException e) {
      closeQuietly(file, e);
      throw e;
    }
  }

  @Override
  public @Nullable SourceRow next() throws UnusableFileException {
    CsvLine record = file.next();
    if (record == null) {
      return null;
    }
    @Nullable Cell[] cells = new Cell[positions.length];
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      if (position != ABSENT && position < record.fields().size()) {
        String field = record.fields().get(position);
        cells[i] = cellOf(isReport ? SpreadsheetText.rearm(field) : field);
      }
    }
    return new SourceRow(RowPlace.line(record.line()), Arrays.asList(cells), DateSystem.FROM_1900);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Whether it is a report of rejected rows that comes back corrected. */
  private static boolean isReport(CsvLine header) {
    int front = CsvRejectReport.FRONT.size();
    return header.fields().size() > front
        && header.fields().subList(0, front).equals(CsvRejectReport.FRONT);
  }

  private static @Nullable Cell cellOf(String field) {
    String value = Text.trim(field);
    if (value.isEmpty()) {
      return null;
    }
    if (value.length() > 2 * Cell.MAX_TEXT) {
      // At two chars a code point this is still too long for any column.
      int cut = value.offsetByCodePoints(0, Cell.MAX_TEXT + 1);
      return new Cell.Text(value.substring(0, cut));
    }
    return new Cell.Text(value);
  }

  private static int[] findColumns(CsvLine header, EvidenceKind kind) throws UnusableFileException {
    List<String> names = new ArrayList<>();
    for (String name : header.fields()) {
      names.add(Text.trim(name).toLowerCase(Locale.ROOT));
    }
    List<Column> columns = kind.columns();
    int[] positions = new int[columns.size()];
    List<String> missing = new ArrayList<>();
    boolean none = true;
    for (int i = 0; i < positions.length; i++) {
      // Of a header twice the first counts.
      positions[i] = names.indexOf(columns.get(i).name());
      none = none && positions[i] == ABSENT;
      if (positions[i] == ABSENT && columns.get(i).required()) {
        missing.add(columns.get(i).name());
      }
    }
    if (none) {
      throw noHeader(kind, "The first line names none of the columns");
    }
    if (!missing.isEmpty()) {
      throw new UnusableFileException(
          new Fault(
              RejectReason.FILE_MISSING_COLUMN,
              "The header lacks "
                  + String.join(", ", missing)
                  + "; add what is missing and send the file again",
              missing));
    }
    return positions;
  }

  private static UnusableFileException noHeader(EvidenceKind kind, String what) {
    List<String> names = kind.columns().stream().map(Column::name).toList();
    return new UnusableFileException(
        new Fault(
            RejectReason.FILE_NO_HEADER,
            what + "; begin it with a header of " + String.join(", ", names),
            List.of()));
  }

  private static void closeQuietly(CsvFile file, Exception because) {
    try {
      file.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
