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
 * by calls within calls: nesting too deep for the stack kills the thread. The part with author and
 * title it walks anew at each level for all below, so that sixty levels take for ever. Read by the
 * JDK's parser, as POI does, in any encoding.
 */
final class XmlDepth {

  private static final XMLInputFactory PARSERS = parsers();

  private XmlDepth() {}

  /** Whether no part of a workbook is too deep for an editor. */
  static boolean isEditable(Path workbook) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          if (!isWithin(limitFor(entry), part)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The reader has looked at the package's own parts, but for those that it does not open. */
  private static int limitFor(ZipArchiveEntry entry) {
    return LimitedZip.isRelationshipsOfSheet(entry)
        ? WorkbookLimits.PACKAGE_XML_DEPTH
        : WorkbookLimits.XML_DEPTH;
  }

  /** Whether a part is within a limit, up to where it is no XML any more. */
  static boolean isWithin(int limit, InputStream part) {
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
        if (depth > limit) {
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
