package dev.touchstone.application.table.port.out;

import dev.touchstone.application.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A format that tables are written in. Text that a spreadsheet would run is disarmed. */
public interface TableFormat {

  /** The format's media type. */
  String mediaType();

  /**
   * Writes a table, row by row, in constant memory. The stream stays open.
   *
   * @param rows hands on all rows, in order
   */
  <T> void write(Table<T> table, Rows<T> rows, OutputStream out) throws IOException;

  /**
   * The rows of a table.
   *
   * @param <T> what a row is about
   */
  @FunctionalInterface
  interface Rows<T> {
    /** Hands on all rows, in order. */
    void forEach(Consumer<T> consumer);
  }
}
