package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY over one connection, in its text format: what references are measured by. */
final class Copy {

  private static final int BUFFER = 1 << 16;

  private final DataSource dataSource;

  Copy(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The rows of a query, sent here and dropped. */
  void outToNothing(String query) throws SQLException, IOException {
    out(query, OutputStream.nullOutputStream());
  }

  /** The rows of a query into a file. */
  void outToFile(String query, Path file) throws SQLException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out(query, out);
    }
  }

  /** The rows of a query through gzip into a file. */
  void outToGzip(String query, Path file, int level) throws SQLException, IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), BUFFER) {
          {
            def.setLevel(level);
          }
        }) {
      out(query, out);
    }
  }

  /** The rows of a file into a table, committed. */
  long in(Path file, String table) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection();
        InputStream in = Files.newInputStream(file)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", in, BUFFER);
    }
  }

  private void out(String query, OutputStream out) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (" + query + ") TO STDOUT", out);
    }
  }
}
