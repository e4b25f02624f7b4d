package dev.touchstone.batch.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML read forward only, without document types and without entities from outside. */
final class Xml implements AutoCloseable {

  private static final XMLInputFactory FACTORY = newFactory();

  /** An XML part that no spreadsheet program writes. */
  static final class HostileXmlException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    HostileXmlException(String message) {
      super(message);
    }
  }

  private final XMLStreamReader reader;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  static Xml open(InputStream in) throws XMLStreamException {
    return new Xml(FACTORY.createXMLStreamReader(in));
  }

  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Goes to the next event; the kind is one of {@link XMLStreamConstants}. */
  int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw new HostileXmlException("it has a document type");
    }
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new HostileXmlException("it refers to an entity");
    }
    return event;
  }

  boolean hasNext() throws XMLStreamException {
    return reader.hasNext();
  }

  /** The element's name without prefix; the namespace tells only transitional from strict. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute without namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)
          && isPlain(reader.getAttributeNamespace(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The {@code r:id} of an element, in whatever namespace relationships have. */
  @Nullable String relationshipId() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id")
          && !isPlain(reader.getAttributeNamespace(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Appends the text of the current event. */
  void appendText(CappedText text) throws XMLStreamException {
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  /** Passes over the element whose start was read last, with all in it. */
  void skipElement() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }

  private static boolean isPlain(@Nullable String namespace) {
    return namespace == null || namespace.isEmpty();
  }
}
