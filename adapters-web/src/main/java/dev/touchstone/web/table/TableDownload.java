package dev.touchstone.web.table;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.port.out.TableFormat;
import dev.touchstone.application.table.port.out.TableFormat.Rows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends tables as files. A table is written to a temporary file first: whoever reads slowly holds
 * no connection to the database, and half a table is never sent.
 */
public final class TableDownload {

  private TableDownload() {}

  /**
   * Sends a table.
   *
   * @param fileName what it is to be saved as
   */
  public static <T> void send(
      TableFormat format,
      Table<T> table,
      Rows<T> rows,
      String fileName,
      HttpServletResponse response)
      throws IOException {
    Path file = Files.createTempFile("touchstone-", ".table");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        format.write(table, rows, out);
      }
      response.setContentType(format.mediaType());
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(fileName).build().toString());
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}
