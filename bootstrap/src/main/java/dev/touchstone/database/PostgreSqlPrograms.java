package dev.touchstone.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs {@code initdb} and {@code pg_ctl}; as root, in a user namespace of their own. */
final class PostgreSqlPrograms {

  private static final Integer ROOT = 0;

  private final Path directory;
  private final List<String> prefix;

  /**
   * @param directory holds {@code bin}, {@code lib} and {@code share}
   * @throws DatabaseUnavailableException when this user cannot run a server here
   */
  PostgreSqlPrograms(Path directory) {
    this.directory = directory;
    this.prefix = commandPrefix();
  }

  /**
   * A program's end.
   *
   * @param exitCode 0 for success
   * @param output what it printed
   */
  record Outcome(int exitCode, String output) {

    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  /** Runs one program to its end. */
  Outcome run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return run(command);
  }

  /**
   * What must come before a program's name. PostgreSQL refuses to run as root; in a user namespace
   * without a mapping root is nobody, and still owns its files.
   *
   * @throws DatabaseUnavailableException when this is root and the machine gives it no namespace
   */
  static List<String> commandPrefix() {
    if (!isRoot()) {
      return List.of();
    }
    List<String> prefix = List.of("unshare", "--user");
    String refusal = refusal(List.of("unshare", "--user", "true"));
    if (refusal != null) {
      throw new DatabaseUnavailableException(
          "PostgreSQL does not run as root, and this machine refuses root a user namespace (%s): run Touchstone as an ordinary user, or set spring.datasource.url to use another PostgreSQL."
              .formatted(refusal));
    }
    return prefix;
  }

  private static @Nullable String refusal(List<String> command) {
    try {
      Outcome outcome = run(command);
      return outcome.isSuccess() ? null : outcome.output().strip();
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static boolean isRoot() {
    try {
      Path self = Path.of("/proc/self");
      return Files.exists(self) && ROOT.equals(Files.getAttribute(self, "unix:uid"));
    } catch (IOException e) {
      throw new DatabaseUnavailableException("Cannot tell which user runs Touchstone: " + e, e);
    }
  }

  /**
   * Runs with the output in a file, not in a pipe: a server that inherits a pipe would keep its
   * reader waiting.
   */
  private static Outcome run(List<String> command) throws IOException {
    Path output = Files.createTempFile("touchstone-postgresql", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      clean(builder.environment());
      Process process = builder.start();
      process.getOutputStream().close();
      int exitCode = waitFor(process);
      return new Outcome(exitCode, Files.readString(output, StandardCharsets.ISO_8859_1));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** The caller's PostgreSQL settings (PGPORT, PGDATA, …) and language are not for this server. */
  private static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException(
          "Interrupted while PostgreSQL was starting or stopping", e);
    }
  }
}
