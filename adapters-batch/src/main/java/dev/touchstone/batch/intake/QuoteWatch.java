package dev.touchstone.batch.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses CSV text that ends inside quotes. The CSV library takes all that follows an unclosed
 * quote for one value: rows would be lost without a word.
 */
final class QuoteWatch extends FilterReader {

  private enum Place {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE
  }

  private final char delimiter;
  private Place place = Place.FIELD_START;
  private long line = 1;
  private long quoteLine;
  private boolean afterCarriageReturn;

  QuoteWatch(Reader in, char delimiter) {
    super(in);
    this.delimiter = delimiter;
  }

  /** A quote that is never closed. */
  static final class UnclosedQuoteException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    UnclosedQuoteException(long line) {
      super("Unclosed quote, opened on line " + line);
      this.line = line;
    }

    /** The line on which it was opened, from 1. */
    long line() {
      return line;
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n < 0) {
      if (place == Place.QUOTED) {
        throw new UnclosedQuoteException(quoteLine);
      }
      return n;
    }
    for (int i = offset; i < offset + n; i++) {
      watch(buffer[i]);
    }
    return n;
  }

  private void watch(char c) {
    boolean lineEnd = c == '\r' || c == '\n';
    if (lineEnd) {
      // CRLF is one line end.
      if (!(c == '\n' && afterCarriageReturn)) {
        line++;
      }
    }
    afterCarriageReturn = c == '\r';
    switch (place) {
      case FIELD_START, UNQUOTED -> {
        if (c == '"' && place == Place.FIELD_START) {
          place = Place.QUOTED;
          quoteLine = line;
        } else {
          place = c == delimiter || lineEnd ? Place.FIELD_START : Place.UNQUOTED;
        }
      }
      case QUOTED -> {
        if (c == '"') {
          place = Place.AFTER_QUOTE;
        }
      }
      case AFTER_QUOTE ->
          // A doubled quote stands for one; the value goes on.
          place =
              c == '"'
                  ? Place.QUOTED
                  : c == delimiter || lineEnd ? Place.FIELD_START : Place.UNQUOTED;
    }
  }
}
