package dev.touchstone.batch.workbook;

import dev.touchstone.batch.intake.UnusableFileException;

/** Gathers text from elements: of rich text all runs, of phonetic readings none. */
final class RichText {

  private RichText() {}

  /** From a start tag that holds {@code t} and {@code r} to its end tag. */
  static void read(XmlPart xml, CellText target) throws UnusableFileException {
    for (int event = xml.next(); event != XmlPart.END_ELEMENT; event = xml.next()) {
      if (event != XmlPart.START_ELEMENT) {
        continue;
      }
      if (xml.isAt("t")) {
        readPlain(xml, target);
      } else if (xml.isAt("r")) {
        read(xml, target);
      } else {
        xml.skipElement();
      }
    }
  }

  /** From a start tag that holds text to its end tag. */
  static void readPlain(XmlPart xml, CellText target) throws UnusableFileException {
    for (int event = xml.next(); event != XmlPart.END_ELEMENT; event = xml.next()) {
      if (event == XmlPart.CHARACTERS) {
        xml.appendText(target);
      } else if (event == XmlPart.START_ELEMENT) {
        xml.skipElement();
      }
    }
    target.endRun();
  }
}
