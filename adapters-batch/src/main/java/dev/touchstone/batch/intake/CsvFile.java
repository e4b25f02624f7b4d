package dev.touchstone.batch.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import java.io.BufferedReader;
import java.io.IOException;
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

  /** The largest record, in chars: beyond it a quote was probably not closed. */
  private static final int MAX_RECORD = 1 << 24;

  /** Enough for any header: the delimiter is told from the first line that is not empty. */
  private static final int HEADER_LOOKAHEAD = 1 << 16;

  /** A byte that is no character becomes a NUL, which no text may have: its row is rejected. */
  private static final String UNDECODABLE = "\0";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What a document begins with that is binary only after its first line. */
  private static final String PDF = "%PDF-";

  private final CloseableIterator<CsvRecord> records;
  private final char delimiter;
  private long line = 1;

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
        return new CsvFile(records(reader, delimiter), delimiter);
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
  @Nullable CsvLine next() throws UnusableFileException {
    try {
      while (records.hasNext()) {
        CsvLine read = new CsvLine(line, records.next().getFields());
        // The library does not count every line break within quotes.
        line = read.nextLine();
        if (!read.isEmpty()) {
          return read;
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

  private static CloseableIterator<CsvRecord> records(Reader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MAX_RECORD)
        .build(
            CsvRecordHandler.builder().maxFieldSize(MAX_RECORD).maxRecordSize(MAX_RECORD).build(),
            reader)
        .iterator();
  }

  private static Reader decode(Path file) throws IOException {
    Charset charset = CsvEncoding.isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNDECODABLE);
    return new InputStreamReader(Files.newInputStream(file), decoder);
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private static char tellDelimiter(Reader reader) throws IOException, UnusableFileException {
    String header = peekHeader(reader);
    if (header.indexOf(0) >= 0 || header.startsWith(PDF)) {
      throw unusable(
          RejectReason.FILE_UNREADABLE,
          "The file is not CSV text, whatever its name says; export it as CSV in UTF-8");
    }
    int commas = 0;
    int semicolons = 0;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        commas++;
      } else if (c == ';' && !quoted) {
        semicolons++;
      }
    }
    return semicolons > commas ? ';' : ',';
  }

  /** All up to the end of the first line that is not empty, left in the reader. */
  private static String peekHeader(Reader reader) throws IOException {
    reader.mark(HEADER_LOOKAHEAD);
    StringBuilder header = new StringBuilder();
    boolean quoted = false;
    boolean empty = true;
    while (header.length() < HEADER_LOOKAHEAD - 1) {
      int c = reader.read();
      if (c < 0 || ((c == '\n' || c == '\r') && !quoted && !empty)) {
        break;
      }
      header.append((char) c);
      quoted ^= c == '"';
      empty = empty && Character.isWhitespace(c);
    }
    reader.reset();
    return header.toString();
  }

  private UnusableFileException broken(CsvParseException e) {
    if (!(e.getCause() instanceof CsvParseException cause)) {
      throw e;
    }
    // The library tells what is wrong by its sentences alone.
    String what = String.valueOf(cause.getMessage());
    if (what.startsWith("Unclosed")) {
      return unusable(
          RejectReason.FILE_UNREADABLE,
          "A quote in the record that begins on line "
              + line
              + " is never closed, so the rows after it cannot be told apart; close it");
    }
    if (what.contains("after closing quote")) {
      return unusable(
          RejectReason.FILE_UNREADABLE,
          "Something follows a closing quote in the record that begins on line "
              + line
              + "; double the quotes inside a value");
    }
    return unusable(
        RejectReason.FILE_TOO_LARGE,
        "The record that begins on line "
            + line
            + " has more than 16 million characters or 16 thousand fields; if a quote in it is not"
            + " closed, close it");
  }

  private static UnusableFileException unreadable(IOException e) {
    return unusable(
        RejectReason.FILE_UNREADABLE,
        "The file cannot be read (" + e.getMessage() + "); send it again");
  }

  private static UnusableFileException unusable(RejectReason reason, String detail) {
    return new UnusableFileException(new Fault(reason, detail, List.of()));
  }
}
