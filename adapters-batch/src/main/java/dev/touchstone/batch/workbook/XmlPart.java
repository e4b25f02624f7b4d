package dev.touchstone.batch.workbook;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The XML of one part, event by event.
 *
 * <p>The parser is the one that is fed: it hands out a long text piece by piece, where others would
 * gather it whole, and what it does have to gather can be seen and refused. Document types are
 * refused, so there are no entities either. Encodings other than UTF-8 are refused by the parser.
 */
final class XmlPart implements AutoCloseable {

  static final int START_ELEMENT = XMLStreamConstants.START_ELEMENT;
  static final int END_ELEMENT = XMLStreamConstants.END_ELEMENT;
  static final int END_DOCUMENT = XMLStreamConstants.END_DOCUMENT;

  /** A piece of text, to be had by {@link #appendText}. */
  static final int CHARACTERS = XMLStreamConstants.CHARACTERS;

  private static final int BUFFER_BYTES = 64 << 10;
  private static final int BUFFERS_PER_MARKUP = WorkbookLimits.XML_MARKUP_BYTES / BUFFER_BYTES;

  private final InputStream in;
  private final String what;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  // A factory for each part: its table of names goes with it.
  private final AsyncXMLStreamReader<AsyncByteArrayFeeder> xml =
      new InputFactoryImpl().createAsyncForByteArray();
  private final Set<String> names = new HashSet<>();
  private String namespace = "";
  private boolean fedAll;
  private boolean leaving;
  private int depth;

  /**
   * Reads the stream, and closes it in the end.
   *
   * @param what the part's name for messages, with a capital
   */
  XmlPart(InputStream in, String what) {
    this.in = in;
    this.what = what;
  }

  /** Moves to the root, which must be this element of a spreadsheet. */
  void enterRoot(String localName) throws UnusableFileException {
    int event = next();
    while (event != START_ELEMENT && event != END_DOCUMENT) {
      event = next();
    }
    if (event != START_ELEMENT
        || !xml.getLocalName().equals(localName)
        || !Namespaces.isSpreadsheet(xml.getNamespaceURI())) {
      throw Unusable.damaged(what + " is not what a workbook holds there", null);
    }
    namespace = xml.getNamespaceURI();
  }

  /** Moves on; of the events those above matter, CDATA being characters too. */
  int next() throws UnusableFileException {
    try {
      if (leaving) {
        depth--;
        leaving = false;
      }
      return checked(advance());
    } catch (XMLStreamException | UncheckedStreamException e) {
      throw Unusable.damaged(what + " is damaged or incomplete", e);
    } catch (IOException e) {
      throw WorkbookPackage.unpacking(what, e);
    }
  }

  /** From a start tag to its end tag, over all within. */
  void skipElement() throws UnusableFileException {
    int own = depth;
    int event = next();
    while (event != END_ELEMENT || depth != own) {
      event = next();
    }
  }

  /** How many elements are open, the one at whose start or end tag the parser is included. */
  int depth() {
    return depth;
  }

  /** Whether the parser is at this element, of the root's namespace. */
  boolean isAt(String localName) {
    return xml.getLocalName().equals(localName) && namespace.equals(xml.getNamespaceURI());
  }

  /** An attribute without a namespace. */
  @Nullable String attribute(String localName) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (attributeName(i).equals(localName)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The attribute {@code r:id}. */
  @Nullable String relationshipId() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")
          && Namespaces.isRelationships(xml.getAttributeNamespace(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** How many attributes the start tag has. */
  int attributeCount() {
    return xml.getAttributeCount();
  }

  /** The name of an attribute; empty if it has a namespace. */
  String attributeName(int index) {
    String prefix = xml.getAttributePrefix(index);
    return prefix == null || prefix.isEmpty() ? xml.getAttributeLocalName(index) : "";
  }

  /** Decodes an attribute without making a string of it. */
  void decodeAttribute(int index, TypedValueDecoder decoder) throws UnusableFileException {
    try {
      xml.getAttributeAs(index, decoder);
    } catch (XMLStreamException e) {
      throw Unusable.damaged(what + " is damaged or incomplete", e);
    }
  }

  /** Adds the piece of text at which the parser is. */
  void appendText(CellText target) throws UnusableFileException {
    try {
      target.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } catch (UncheckedStreamException e) {
      throw Unusable.damaged(what + " is damaged or incomplete", e);
    }
  }

  @Override
  public void close() throws UnusableFileException {
    try {
      xml.closeCompletely();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw Unusable.damaged(what + " is damaged or incomplete", e);
    }
  }

  private int advance() throws XMLStreamException, IOException, UnusableFileException {
    int event = xml.next();
    for (int fed = 0; event == AsyncXMLStreamReader.EVENT_INCOMPLETE; fed++) {
      if (fedAll) {
        throw new XMLStreamException("The XML ends in the middle.");
      }
      if (fed > BUFFERS_PER_MARKUP) {
        throw Unusable.tooLarge(
            "%s holds a tag of more than %,d bytes"
                .formatted(what, WorkbookLimits.XML_MARKUP_BYTES),
            null);
      }
      feed();
      event = xml.next();
    }
    return event;
  }

  private void feed() throws XMLStreamException, IOException {
    int length = in.readNBytes(buffer, 0, buffer.length);
    if (length == 0) {
      fedAll = true;
      xml.getInputFeeder().endOfInput();
    } else {
      xml.getInputFeeder().feedInput(buffer, 0, length);
    }
  }

  private int checked(int event) throws XMLStreamException, UnusableFileException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > WorkbookLimits.XML_DEPTH) {
          throw Unusable.damaged(what + " nests its elements too deep", null);
        }
        checkNames();
      }
      case XMLStreamConstants.END_ELEMENT -> leaving = true;
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        // Finishes the piece: skipped by the parser, it could hide the length of what follows.
        xml.getTextLength();
        return CHARACTERS;
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> checkName(xml.getPITarget());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw Unusable.damaged(what + " holds a document type, which no workbook may", null);
      case XMLStreamConstants.END_DOCUMENT -> {
        if (depth > 0) {
          throw new XMLStreamException("The XML ends in the middle.");
        }
      }
      default -> {
        // Comments and white space say nothing.
      }
    }
    return event;
  }

  private void checkNames() throws UnusableFileException {
    checkName(xml.getPrefixedName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String prefix = xml.getAttributePrefix(i);
      String localName = xml.getAttributeLocalName(i);
      checkName(prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName);
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      checkName(xml.getNamespacePrefix(i));
    }
  }

  private void checkName(@Nullable String name) throws UnusableFileException {
    if (name != null && names.add(name) && names.size() > WorkbookLimits.XML_NAMES) {
      throw Unusable.tooLarge(
          "%s uses more than %,d names".formatted(what, WorkbookLimits.XML_NAMES), null);
    }
  }
}
