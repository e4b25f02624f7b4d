package dev.touchstone.batch.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.port.out.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables as CSV: UTF-8, commas, lines ended by a line feed. */
public final class CsvTables implements TableFormat {

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public <T> void write(Table<T> table, Rows<T> rows, OutputStream out) throws IOException {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(table.header(), writer);
    rows.forEach(row -> write(table.texts(row), writer));
    writer.flush();
  }

  private static void write(List<String> values, CsvWriter writer) {
    writer.writeRecord(values.stream().map(SpreadsheetText::disarm).toList());
  }
}
