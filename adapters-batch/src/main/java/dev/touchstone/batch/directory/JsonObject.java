package dev.touchstone.batch.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was read. Keys that nobody asks for are let be.
 *
 * @param values by key: a text, a {@code Long}, a {@code Boolean}, a list, another object, or null
 */
record JsonObject(Map<String, @Nullable Object> values) {

  String getText(String key) throws MalformedFeedException {
    return get(key, String.class, "text");
  }

  Optional<String> findText(String key) throws MalformedFeedException {
    return find(key, String.class, "text");
  }

  LocalDate getDate(String key) throws MalformedFeedException {
    String text = getText(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedFeedException("\"" + key + "\" is no date", e);
    }
  }

  long getNumber(String key) throws MalformedFeedException {
    return get(key, Long.class, "whole number");
  }

  boolean isTrue(String key) throws MalformedFeedException {
    return find(key, Boolean.class, "true or false").orElse(false);
  }

  Optional<JsonObject> findObject(String key) throws MalformedFeedException {
    return find(key, JsonObject.class, "object");
  }

  <T> List<T> getList(String key, Class<T> type) throws MalformedFeedException {
    List<T> elements = new ArrayList<>();
    for (Object element : get(key, List.class, "list")) {
      if (!type.isInstance(element)) {
        throw new MalformedFeedException("\"" + key + "\" holds something unexpected");
      }
      elements.add(type.cast(element));
    }
    return elements;
  }

  private <T> T get(String key, Class<T> type, String what) throws MalformedFeedException {
    Optional<T> value = find(key, type, what);
    if (value.isEmpty()) {
      throw new MalformedFeedException("\"" + key + "\" is missing");
    }
    return value.get();
  }

  private <T> Optional<T> find(String key, Class<T> type, String what)
      throws MalformedFeedException {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new MalformedFeedException("\"" + key + "\" is no " + what);
    }
    return Optional.of(type.cast(value));
  }
}
