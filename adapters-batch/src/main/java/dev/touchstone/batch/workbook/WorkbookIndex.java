package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.batch.intake.UnusableFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says of itself.
 *
 * @param sheets the visible worksheets, in the workbook's order
 * @param dates how serial dates are counted
 */
record WorkbookIndex(List<Sheet> sheets, DateSystem dates) {

  WorkbookIndex {
    sheets = List.copyOf(sheets);
  }

  /** Reads the list of sheets. */
  static WorkbookIndex of(WorkbookPackage workbook) throws UnusableFileException {
    DateSystem dates = DateSystem.FROM_1900;
    List<Sheet> sheets = new ArrayList<>();
    int count = 0;
    try (XmlPart xml = workbook.workbookXml()) {
      xml.enterRoot("workbook");
      for (int event = xml.next(); event != XmlPart.END_DOCUMENT; event = xml.next()) {
        if (event != XmlPart.START_ELEMENT) {
          continue;
        }
        if (xml.depth() == 2 && xml.isAt("workbookPr")) {
          dates = dates(xml);
        } else if (xml.depth() == 3 && xml.isAt("sheet")) {
          Sheet sheet = sheet(xml, count++, workbook);
          if (sheet != null) {
            sheets.add(sheet);
          }
        }
      }
    }
    return new WorkbookIndex(sheets, dates);
  }

  private static DateSystem dates(XmlPart xml) {
    String from1904 = xml.attribute("date1904");
    return "1".equals(from1904) || "true".equals(from1904)
        ? DateSystem.FROM_1904
        : DateSystem.FROM_1900;
  }

  private static @Nullable Sheet sheet(XmlPart xml, int index, WorkbookPackage workbook)
      throws UnusableFileException {
    if (index >= WorkbookLimits.SHEETS) {
      throw Unusable.tooLarge(
          "The workbook has more than %,d sheets".formatted(WorkbookLimits.SHEETS), null);
    }
    String state = xml.attribute("state");
    if ("hidden".equals(state) || "veryHidden".equals(state)) {
      return null;
    }
    String name = xml.attribute("name");
    String relationshipId = xml.relationshipId();
    if (name == null || relationshipId == null) {
      throw Unusable.damaged("The workbook lists a sheet that is not in it", null);
    }
    return workbook.isWorksheet(relationshipId) ? new Sheet(index, name, relationshipId) : null;
  }
}
