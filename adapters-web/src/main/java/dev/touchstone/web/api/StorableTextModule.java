package dev.touchstone.web.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/** Refuses texts in JSON that cannot be stored, before anybody has to think of them. */
public final class StorableTextModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** The module. */
  public StorableTextModule() {
    super("storable-text");
    addDeserializer(String.class, new StorableTextDeserializer());
  }

  private static final class StorableTextDeserializer extends StdScalarDeserializer<String> {

    StorableTextDeserializer() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.currentToken().isScalarValue()
          || parser.currentToken().isNumeric()
          || parser.currentToken().isBoolean()) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getString();
      if (!StorableText.isStorable(text)) {
        throw InvalidFormatException.from(
            parser,
            "text with U+0000 or half a surrogate pair cannot be stored",
            text,
            String.class);
      }
      return text;
    }
  }
}
