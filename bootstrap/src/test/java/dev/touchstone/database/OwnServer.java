package dev.touchstone.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server of a test's own, for what one does to no server that others use. */
public final class OwnServer implements AutoCloseable {

  private final Path root;
  private final Path small;
  private final EmbeddedPostgreSql server;

  private OwnServer(Path root, EmbeddedPostgreSql server) {
    this.root = root;
    this.small = root.resolve("small");
    this.server = server;
  }

  /** Starts one, as durable as the product's; skips the caller's tests where there can be none. */
  public static OwnServer start(Path root) {
    Platform.requirePostgreSql();
    return new OwnServer(root.toAbsolutePath(), EmbeddedPostgreSql.start(root));
  }

  /** Adds a database. */
  public void create(String database) {
    client("postgres").sql("CREATE DATABASE " + database).update();
  }

  /** SQL on one of its databases, each statement on a connection of its own. */
  public JdbcClient client(String database) {
    return JdbcClient.create(dataSource(database));
  }

  private DataSource dataSource(String database) {
    return new DriverManagerDataSource(jdbcUrl(database), server.username(), server.password());
  }

  /** The properties that point a command to one of its databases. */
  public List<String> properties(String database) {
    return List.of(
        "--spring.datasource.url=" + jdbcUrl(database),
        "--spring.datasource.username=" + server.username(),
        "--spring.datasource.password=" + server.password());
  }

  private String jdbcUrl(String database) {
    return server.jdbcUrl().replaceFirst("[^/]+$", database);
  }

  /** Stops it as a crash would, and starts it again on the same port. */
  public void crashAndRestart() {
    pgCtl("restart", "--mode=immediate");
  }

  /** Ends all sessions and starts it again on the same port, as an administrator would. */
  public void restart() {
    pgCtl("restart", "--mode=fast");
  }

  private void pgCtl(String action, String mode) {
    try (Stream<Path> programs = Files.list(root.resolve("programs"))) {
      Path directory = programs.filter(Files::isDirectory).findFirst().orElseThrow();
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  action,
                  mode,
                  "--pgdata=" + root.resolve("postgresql"),
                  "--log=" + root.resolve("postgresql.log"),
                  "--wait"));
      PostgreSqlPrograms.Outcome outcome =
          new PostgreSqlPrograms(directory).run("pg_ctl", arguments);
      if (!outcome.isSuccess()) {
        throw new AssertionError(outcome.output());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a tablespace on a file system that is full after four megabytes. */
  public String smallTablespace() {
    if (!Files.isDirectory(small)) {
      mountSmall();
      client("postgres")
          .sql("CREATE TABLESPACE small LOCATION '" + small.resolve("space") + "'")
          .update();
    }
    return "small";
  }

  /** Skips the caller's test, and prints why, where this user may mount nothing. */
  private void mountSmall() {
    try {
      Files.createDirectory(small);
      String refusal =
          run("mount", "-t", "tmpfs", "-o", "size=4m,mode=1777", "tmpfs", small.toString());
      if (!refusal.isEmpty()) {
        String reason = "A full disk is not tested here: " + refusal;
        System.out.println(reason);
        Assumptions.abort(reason);
      }
      Files.createDirectory(small.resolve("space"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a program said when it failed; empty if it did not. */
  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? "" : output.strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
    if (Files.isDirectory(small)) {
      try {
        run("umount", small.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
