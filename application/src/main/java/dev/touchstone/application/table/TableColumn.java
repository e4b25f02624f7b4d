package dev.touchstone.application.table;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param <T> what a row is about
 */
public sealed interface TableColumn<T> {

  /** Its name. */
  String header();

  /** A row's value as text; empty where there is none. */
  String text(T row);

  /** Text; null is none. */
  record Text<T>(String header, Function<T, @Nullable Object> value) implements TableColumn<T> {
    @Override
    public String text(T row) {
      Object text = value.apply(row);
      return text == null ? "" : text.toString();
    }
  }

  /** Whole numbers. */
  record WholeNumber<T>(String header, ToLongFunction<T> value) implements TableColumn<T> {
    @Override
    public String text(T row) {
      return Long.toString(value.applyAsLong(row));
    }
  }

  /** Days; null is none. */
  record Day<T>(String header, Function<T, @Nullable LocalDate> value) implements TableColumn<T> {
    @Override
    public String text(T row) {
      LocalDate day = value.apply(row);
      return day == null ? "" : day.toString();
    }
  }

  /** True or false. */
  record Truth<T>(String header, Predicate<T> value) implements TableColumn<T> {
    @Override
    public String text(T row) {
      return Boolean.toString(value.test(row));
    }
  }
}
