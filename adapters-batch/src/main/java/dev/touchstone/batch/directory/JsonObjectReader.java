package dev.touchstone.batch.directory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON objects that follow one another, holding one at a time. */
final class JsonObjectReader implements Closeable {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;

  JsonObjectReader(InputStream in) {
    parser = JSON.createParser(ObjectReadContext.empty(), in);
  }

  /** The next object; null after the last. */
  @Nullable JsonObject read() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      if (token == JsonToken.START_OBJECT) {
        return object();
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new MalformedFeedException("it holds no valid JSON", e);
    }
    throw new MalformedFeedException("it holds something else than objects");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private JsonObject object() throws IOException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      values.put(key, value(parser.nextToken()));
    }
    return new JsonObject(values);
  }

  private List<@Nullable Object> list() throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(token));
    }
    return elements;
  }

  private @Nullable Object value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new MalformedFeedException("it holds a value that no feed holds");
    };
  }
}
