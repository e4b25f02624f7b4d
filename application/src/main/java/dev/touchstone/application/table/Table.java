package dev.touchstone.application.table;

import java.util.List;

/**
 * What a table looks like.
 *
 * @param <T> what a row is about
 * @param name its name, a word
 * @param columns its columns, in order
 */
public record Table<T>(String name, List<TableColumn<T>> columns) {

  /** Copies the list. */
  public Table {
    columns = List.copyOf(columns);
  }

  /** The names of the columns. */
  public List<String> header() {
    return columns.stream().map(TableColumn::header).toList();
  }

  /** A row's values as text. */
  public List<String> texts(T row) {
    return columns.stream().map(column -> column.text(row)).toList();
  }
}
