package dev.touchstone.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses the server of one data root: the first one in starts it, the last one out stops it.
 *
 * <p>Each process that uses the server shares a lock on one file, and whoever starts or stops it
 * holds another file alone meanwhile. The operating system takes both locks from a process that
 * dies, so a killed one is never counted. Locks belong to the whole process; its own users are
 * counted here.
 */
final class ServerUsers {

  private static final String USERS_FILE = "users.lock";
  private static final String TURN_FILE = "turn.lock";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Map<Path, ServerUsers> OF_THIS_PROCESS = new HashMap<>();

  private final FileChannel channel;
  private final FileLock shared;
  private int count;

  private ServerUsers(FileChannel channel, FileLock shared) {
    this.channel = channel;
    this.shared = shared;
  }

  /** Finds or starts a server. */
  @FunctionalInterface
  interface Start<T> {
    T run() throws IOException;
  }

  /** Stops a server. */
  @FunctionalInterface
  interface Stop {
    void run() throws IOException;
  }

  /**
   * Becomes a user.
   *
   * @param root the data root's real path
   * @param start run while nobody else starts or stops the server
   * @return what {@code start} returned
   * @throws DatabaseUnavailableException when another process takes its turn for too long
   */
  static synchronized <T> T join(Path root, Start<T> start) throws IOException {
    FileChannel turn = takeTurn(root);
    boolean joined = false;
    try {
      enter(root);
      T result = start.run();
      joined = true;
      return result;
    } finally {
      if (!joined) {
        exit(root, () -> {});
      }
      turn.close();
    }
  }

  /**
   * Ends one use.
   *
   * @param stop stops the server; run only when nobody is left who uses it
   */
  static synchronized void leave(Path root, Stop stop) throws IOException {
    FileChannel turn = takeTurn(root);
    try {
      exit(root, stop);
    } finally {
      turn.close();
    }
  }

  private static void enter(Path root) throws IOException {
    ServerUsers users = OF_THIS_PROCESS.get(root);
    if (users == null) {
      FileChannel channel = open(root.resolve(USERS_FILE));
      users = new ServerUsers(channel, channel.lock(0, Long.MAX_VALUE, true));
      OF_THIS_PROCESS.put(root, users);
    }
    users.count++;
  }

  private static void exit(Path root, Stop stop) throws IOException {
    ServerUsers users = OF_THIS_PROCESS.get(root);
    if (users == null || --users.count > 0) {
      return;
    }
    OF_THIS_PROCESS.remove(root);
    try (FileChannel channel = users.channel) {
      users.shared.release();
      if (channel.tryLock() != null) {
        stop.run();
      }
    }
  }

  /** Waits for the turn; closing the channel ends it. */
  private static FileChannel takeTurn(Path root) throws IOException {
    FileChannel channel = open(root.resolve(TURN_FILE));
    Deadline deadline = Deadline.in(PATIENCE);
    while (channel.tryLock() == null) {
      if (deadline.hasPassed()) {
        channel.close();
        throw new DatabaseUnavailableException(
            "Another Touchstone process has been starting or stopping the database in %s for more than %d minutes: look at that process, then start Touchstone again."
                .formatted(root, PATIENCE.toMinutes()));
      }
      Deadline.pause();
    }
    return channel;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
