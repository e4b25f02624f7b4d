package dev.touchstone.application.intake;

import java.util.List;

/**
 * A column of a file.
 *
 * @param name the name by which rejects speak of it
 * @param required whether a file without it is rejected, and a row without a value in it
 * @param headers the headers under which it may stand; matched after trimming and folding
 */
public record Column(String name, boolean required, List<String> headers) {

  /** Copies the list. */
  public Column {
    headers = List.copyOf(headers);
  }

  static Column required(String name) {
    return new Column(name, true, List.of(name));
  }

  static Column optional(String name) {
    return new Column(name, false, List.of(name));
  }
}
