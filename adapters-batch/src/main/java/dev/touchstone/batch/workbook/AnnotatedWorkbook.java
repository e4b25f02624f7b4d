package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbook a survey vendor gets back: every bad row marked and explained (formats.md, Reports
 * of rejected rows). It is the vendor's own, edited in memory. Where that is beyond {@link
 * WorkbookLimits#EDITABLE_BYTES} or {@link WorkbookLimits#EDITABLE_ROWS}, or the workbook is of a
 * kind that the editor does not take (strict OOXML, for one), it is a new one of the bad rows.
 */
public final class AnnotatedWorkbook {

  private static final Logger LOG = LoggerFactory.getLogger(AnnotatedWorkbook.class);

  private AnnotatedWorkbook() {}

  /**
   * Writes it, whole or not at all.
   *
   * @param original the vendor's workbook
   * @param rejected its rejected rows, in order of sheets and rows
   */
  public static void write(Path original, Iterator<RejectedRow> rejected, Path target)
      throws IOException {
    try {
      List<SheetLayout> layouts = SheetLayout.of(original);
      List<RejectedRow> first = take(rejected, WorkbookLimits.EDITABLE_ROWS);
      boolean editable =
          !rejected.hasNext()
              && layouts.stream().allMatch(SheetLayout::hasRoom)
              && UnpackedSize.isWithin(original, WorkbookLimits.EDITABLE_BYTES)
              && XmlDepth.isEditable(original);
      if (!editable || !edit(original, layouts, first, target)) {
        Iterator<RejectedRow> all = Stream.concat(first.stream(), rest(rejected)).iterator();
        BadRowsWorkbook.write(original, layouts, all, WorkbookLimits.COPIED_CHARACTERS, target);
      }
    } catch (UnusableFileException e) {
      throw new IOException("The workbook can no longer be read as it was: " + original, e);
    }
  }

  /** Says whether the workbook was to the editor's liking. */
  private static boolean edit(
      Path original, List<SheetLayout> layouts, List<RejectedRow> rejected, Path target)
      throws IOException {
    try (EditableWorkbook editable = EditableWorkbook.open(original)) {
      WorkbookEditor.edit(
          editable.workbook(), layouts, rejected, String.valueOf(original.getFileName()));
      AtomicFile.write(target, editable.workbook()::write);
      // POI does not look at all that it saves: two names of one part, say.
      OpenWorkbook.open(target).close();
      return true;
    } catch (InvalidFormatException | UnusableFileException | RuntimeException e) {
      // POI is stricter than the reader, with some things only once they are touched, and says so
      // by exceptions of many types.
      LOG.info("{} cannot be edited; its bad rows go into a new workbook", original, e);
      return false;
    }
  }

  private static List<RejectedRow> take(Iterator<RejectedRow> rows, int most) {
    List<RejectedRow> taken = new ArrayList<>();
    while (taken.size() < most && rows.hasNext()) {
      taken.add(rows.next());
    }
    return taken;
  }

  private static Stream<RejectedRow> rest(Iterator<RejectedRow> rows) {
    Iterable<RejectedRow> once = () -> rows;
    return StreamSupport.stream(once.spliterator(), false);
  }
}
