package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * How deep elements are nested in what POI takes into memory as a tree. It walks some of its trees
 * by calls within calls, and counts all descendants at each: nesting too deep for the stack kills
 * the thread, and less takes hours. Read by the JDK's parser, as POI does, in any encoding.
 */
final class XmlDepth {

  private static final XMLInputFactory PARSERS = parsers();

  private XmlDepth() {}

  /** Whether all parts of a workbook are within {@link WorkbookLimits#XML_DEPTH}. */
  static boolean isWithinLimit(Path workbook) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          if (!isWithinLimit(part)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether a part is within the limit, up to where it is no XML any more. */
  static boolean isWithinLimit(InputStream part) {
    int depth = 0;
    try {
      XMLStreamReader xml = PARSERS.createXMLStreamReader(part);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
        if (depth > WorkbookLimits.XML_DEPTH) {
          return false;
        }
      }
      return true;
    } catch (XMLStreamException e) {
      // Where this parser ends, POI's does; it says so itself.
      return true;
    }
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
