package dev.touchstone.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid} of its data directory; the file outlives a
 * server that was killed.
 *
 * @param pid the server's process id
 * @param port the TCP port it listens on
 */
record PostmasterPid(long pid, int port) {

  static final String FILE_NAME = "postmaster.pid";

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /**
   * Reads the file.
   *
   * @return empty when there is no file, or one that its server has not finished writing
   */
  static Optional<PostmasterPid> read(Path dataDirectory) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(dataDirectory.resolve(FILE_NAME), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    return Optional.of(
        new PostmasterPid(
            Long.parseLong(lines.get(PID_LINE).strip()),
            Integer.parseInt(lines.get(PORT_LINE).strip())));
  }

  /**
   * Whether the process is alive and is the server of this directory. After a restart of the
   * machine or container, the id in a stale file can be that of any other process, even of another
   * PostgreSQL.
   */
  boolean isServerOf(Path dataDirectory) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName().toString())
        .filter(program -> program.startsWith("postgres"))
        .filter(program -> worksIn(dataDirectory))
        .isPresent();
  }

  /** A server's working directory is its data directory; only Linux shows it. */
  private boolean worksIn(Path dataDirectory) {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!Files.isDirectory(process)) {
      return true;
    }
    try {
      return Files.isSameFile(process.resolve("cwd"), dataDirectory);
    } catch (IOException unreadable) {
      // Not a process of this user, so not this user's server.
      return false;
    }
  }
}
