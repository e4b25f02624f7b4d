package dev.touchstone.batch.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file in one of the two dialects that partners' systems export. */
final class SampleCsv implements AutoCloseable {

  /** How a file is written. */
  enum Dialect {
    /** UTF-8, commas, ISO dates. */
    COMMAS(',', StandardCharsets.UTF_8, DateTimeFormatter.ISO_LOCAL_DATE),
    /** Windows-1252, semicolons, dates with the day first. */
    SEMICOLONS(';', Charset.forName("windows-1252"), DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    private final char separator;
    private final Charset charset;
    private final DateTimeFormatter dates;

    Dialect(char separator, Charset charset, DateTimeFormatter dates) {
      this.separator = separator;
      this.charset = charset;
      this.dates = dates;
    }
  }

  private final CsvWriter writer;
  private final Dialect dialect;

  private SampleCsv(CsvWriter writer, Dialect dialect) {
    this.writer = writer;
    this.dialect = dialect;
  }

  static SampleCsv open(Path file, Dialect dialect, EvidenceKind kind) throws IOException {
    Files.createDirectories(file.getParent());
    CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(dialect.separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(file, dialect.charset);
    writer.writeRecord(kind.columns().stream().map(Column::name).toList());
    return new SampleCsv(writer, dialect);
  }

  /** Writes values: text as it is, dates in the dialect's form, null as nothing. */
  void write(@Nullable Object... values) {
    List<String> texts = new ArrayList<>(values.length);
    for (Object value : values) {
      if (value instanceof LocalDate date) {
        texts.add(date.format(dialect.dates));
      } else {
        texts.add(value == null ? "" : value.toString());
      }
    }
    writer.writeRecord(texts);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
