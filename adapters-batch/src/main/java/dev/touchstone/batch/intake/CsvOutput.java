package dev.touchstone.batch.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a CSV file whole or not at all: UTF-8, commas, lines ended by a line feed. Text that a
 * spreadsheet would run is disarmed.
 */
public final class CsvOutput implements AutoCloseable {

  private final Path target;
  private final Path temporary;
  private final CsvWriter writer;
  private boolean committed;

  private CsvOutput(Path target, Path temporary, CsvWriter writer) {
    this.target = target;
    this.temporary = temporary;
    this.writer = writer;
  }

  /** Begins a file with its header. */
  public static CsvOutput open(Path target, List<String> header) throws IOException {
    return open(target, ',', "", header);
  }

  static CsvOutput open(Path target, char delimiter, String prefix, List<String> header)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Not a temporary file of the system's: those only their owner may read.
    Path temporary = target.resolveSibling("." + target.getFileName() + ".partial");
    Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
    out.write(prefix);
    CsvOutput output =
        new CsvOutput(
            target,
            temporary,
            CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.LF)
                .build(out));
    output.write(header);
    return output;
  }

  /** Writes one record. */
  public void write(List<String> values) {
    writer.writeRecord(values.stream().map(SpreadsheetText::disarm).toList());
  }

  /** Puts the file into its place. Without it, closing leaves nothing behind. */
  public void commit() throws IOException {
    committed = true;
    writer.close();
    Files.move(
        temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      writer.close();
    }
    Files.deleteIfExists(temporary);
  }
}
