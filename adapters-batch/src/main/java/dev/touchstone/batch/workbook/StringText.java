package dev.touchstone.batch.workbook;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads a rich or plain text: its runs together, phonetic readings left out. */
final class StringText {

  private StringText() {}

  /** Reads to the end of the element whose start ({@code si} or {@code is}) was read last. */
  static void read(Xml xml, CappedText into) throws XMLStreamException {
    int depth = 1;
    boolean inText = false;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.name().equals("rPh")) {
            xml.skipElement();
          } else {
            depth++;
            inText = xml.name().equals("t");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inText = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText) {
            xml.appendText(into);
          }
        }
        default -> {
          // Comments and the like hold no text.
        }
      }
    }
  }
}
