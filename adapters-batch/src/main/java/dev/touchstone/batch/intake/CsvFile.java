package dev.touchstone.batch.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as its records: encoding, delimiter and line ends told from the file (formats.md,
 * CSV).
 */
final class CsvFile implements AutoCloseable {

  /** No sheet of evidence comes near it; beyond it something else is in the file. */
  private static final long MAX_BYTES = 4L << 30;

  /** The longest value, in chars: beyond it a quote was probably not closed. */
  private static final int MAX_VALUE = 1 << 24;

  /** Enough for any header: the delimiter is told from the first line that is not empty. */
  private static final int HEADER_LOOKAHEAD = 1 << 16;

  /** A byte that is no character becomes a NUL, which no text may have: its row is rejected. */
  private static final String UNDECODABLE = "\0";

  private final CloseableIterator<CsvRecord> records;
  private final char delimiter;

  private CsvFile(CloseableIterator<CsvRecord> records, char delimiter) {
    this.records = records;
    this.delimiter = delimiter;
  }

  static CsvFile open(Path file) throws UnusableFileException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unusable(
            RejectReason.FILE_TOO_LARGE, "The file is larger than 4 GB; send it in parts");
      }
      Reader reader = new BufferedReader(decode(file), HEADER_LOOKAHEAD);
      try {
        skipByteOrderMark(reader);
        char delimiter = tellDelimiter(reader);
        return new CsvFile(records(new QuoteWatch(reader, delimiter), delimiter), delimiter);
      } catch (IOException | UnusableFileException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Comma or semicolon. */
  char delimiter() {
    return delimiter;
  }

  /** The next record that is not an empty line, or null at the end. */
  @Nullable CsvRecord next() throws UnusableFileException {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (!isEmptyLine(record)) {
          return record;
        }
      }
      return null;
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (CsvParseException e) {
      throw broken(e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static boolean isEmptyLine(CsvRecord record) {
    return record.getFieldCount() == 0
        || (record.getFieldCount() == 1 && Text.trim(record.getField(0)).isEmpty());
  }

  private static CloseableIterator<CsvRecord> records(Reader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(MAX_VALUE)
        .ofCsvRecord(reader)
        .iterator();
  }

  private static Reader decode(Path file) throws IOException, UnusableFileException {
    if (CsvEncoding.isUtf8(file)) {
      return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    }
    InputStream in = Files.newInputStream(file);
    CharsetDecoder decoder =
        Charset.forName("windows-1252")
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNDECODABLE);
    return new InputStreamReader(in, decoder);
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private static char tellDelimiter(Reader reader) throws IOException, UnusableFileException {
    reader.mark(HEADER_LOOKAHEAD);
    int commas = 0;
    int semicolons = 0;
    boolean quoted = false;
    boolean empty = true;
    for (int i = 0; i < HEADER_LOOKAHEAD - 1; i++) {
      int c = reader.read();
      if (c == 0) {
        throw unusable(
            RejectReason.FILE_UNREADABLE,
            "The file is not CSV text, whatever its name says; export it as CSV in UTF-8");
      }
      if (c < 0 || ((c == '\n' || c == '\r') && !quoted && !empty)) {
        break;
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        commas++;
      } else if (c == ';' && !quoted) {
        semicolons++;
      }
      empty = empty && Character.isWhitespace(c);
    }
    reader.reset();
    return semicolons > commas ? ';' : ',';
  }

  private static UnusableFileException broken(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof IOException io) {
      return unreadable(io);
    }
    String where = firstSentence(e.getMessage());
    if (cause.getMessage() != null && cause.getMessage().contains("buffer size")) {
      return unusable(
          RejectReason.FILE_TOO_LARGE,
          "A value is longer than 16 million characters (" + where + "); close its quotes");
    }
    return unusable(
        RejectReason.FILE_UNREADABLE,
        "Something follows a closing quote (" + where + "); double the quotes inside a value");
  }

  private static String firstSentence(@Nullable String message) {
    // The library says on which line the record began.
    return message == null ? "place unknown" : message.replaceAll(".*?(line \\d+).*", "$1");
  }

  private static UnusableFileException unreadable(IOException e) {
    if (e instanceof QuoteWatch.UnclosedQuoteException unclosed) {
      return unusable(
          RejectReason.FILE_UNREADABLE,
          "The quote opened on line "
              + unclosed.line()
              + " is never closed, so the rows after it cannot be told apart; close it");
    }
    return unusable(
        RejectReason.FILE_UNREADABLE,
        "The file cannot be read (" + e.getMessage() + "); send it again");
  }

  private static UnusableFileException unusable(RejectReason reason, String detail) {
    return new UnusableFileException(new Fault(reason, detail, List.of()));
  }
}
