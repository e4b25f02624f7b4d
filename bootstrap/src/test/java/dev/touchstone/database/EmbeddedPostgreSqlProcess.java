package dev.touchstone.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Another Touchstone process that uses a data root: a real JVM, which can be killed. It says {@code
 * READY} when it has the database, and closes it when its input ends.
 */
final class EmbeddedPostgreSqlProcess implements AutoCloseable {

  private static final String READY = "READY";

  private final Process process;

  private EmbeddedPostgreSqlProcess(Process process) {
    this.process = process;
  }

  /** Starts the process and waits until it has written {@code note} into its database. */
  static EmbeddedPostgreSqlProcess start(Path dataRoot, String note) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    EmbeddedPostgreSqlProcess.class.getName(),
                    dataRoot.toString(),
                    note))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("The other process ended before it had its database");
      }
    } while (!line.equals(READY));
    return new EmbeddedPostgreSqlProcess(process);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Lets it close its database and end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("The other process failed at its end");
    }
  }

  /** The other process itself. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(Path.of(arguments[0]))) {
      Notes.add(server, arguments[1]);
      System.out.println(READY);
      while (System.in.read() != -1) {
        Thread.onSpinWait();
      }
    }
  }
}
