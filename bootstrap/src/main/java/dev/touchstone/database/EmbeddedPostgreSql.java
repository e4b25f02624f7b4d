package dev.touchstone.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The product's own PostgreSQL server: durable, on the loopback address only, with its data, log
 * and programs under one data root.
 *
 * <p>Any number of processes may use one data root at a time. The first to come starts the server;
 * later ones, and one that comes after a kill, adopt the server that runs. The last to close stops
 * it, so that nobody loses the database under their feet. The server is no child of a terminal:
 * what interrupts Touchstone lets it end its work on the database first.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);

  private final Path root;
  private final PostgreSqlCluster cluster;
  private final PostmasterPid server;
  private final String password;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgreSql(
      Path root, PostgreSqlCluster cluster, PostmasterPid server, String password) {
    this.root = root;
    this.cluster = cluster;
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the server on the data root, or adopts the one that runs there, and waits until it
   * answers.
   *
   * @param dataRoot created when absent
   * @throws DatabaseUnavailableException when there will be no database; the message says why and
   *     what to do
   */
  public static EmbeddedPostgreSql start(Path dataRoot) {
    try {
      Path root = Files.createDirectories(dataRoot).toRealPath();
      return ServerUsers.join(root, () -> startInTurn(root));
    } catch (AccessDeniedException e) {
      throw new DatabaseUnavailableException(
          "Touchstone may not write to %s: run it as the user who owns that directory, or give another one as touchstone.data."
              .formatted(e.getFile()),
          e);
    } catch (IOException e) {
      throw unusable(dataRoot, e);
    }
  }

  /** The JDBC address of the product's database, without user and password. */
  public String jdbcUrl() {
    return cluster.jdbcUrl(server.port());
  }

  /** The user, who owns the server. */
  public String username() {
    return PostgreSqlCluster.USERNAME;
  }

  /** The user's password. */
  public String password() {
    return password;
  }

  /** The server's process id. */
  long pid() {
    return server.pid();
  }

  /**
   * Stops the server and waits until it is gone, unless others still use it. Close connection pools
   * before.
   *
   * @throws DatabaseUnavailableException when it does not stop
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      ServerUsers.leave(root, cluster::stop);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static EmbeddedPostgreSql startInTurn(Path root) throws IOException {
    Path programs = PostgreSqlArchive.forThisPlatform().unpackUnder(root.resolve("programs"));
    PostgreSqlCluster cluster = new PostgreSqlCluster(root, new PostgreSqlPrograms(programs));
    if (!cluster.exists()) {
      cluster.create();
    }
    Optional<PostmasterPid> running = cluster.findRunning();
    PostmasterPid server = running.isPresent() ? running.get() : cluster.start();
    boolean ready = false;
    try {
      cluster.createDatabase(server);
      ready = true;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The embedded PostgreSQL in %s refuses its database: %s".formatted(root, e.getMessage()),
          e);
    } finally {
      if (!ready && running.isEmpty()) {
        cluster.stop();
      }
    }
    LOG.info(
        "{} PostgreSQL on port {} (process {}), data in {}",
        running.isPresent() ? "Adopted the running" : "Started the embedded",
        server.port(),
        server.pid(),
        cluster.dataDirectory());
    return new EmbeddedPostgreSql(root, cluster, server, cluster.password());
  }

  private static DatabaseUnavailableException unusable(Path root, IOException e) {
    return new DatabaseUnavailableException(
        "Touchstone cannot use its data directory %s: %s. Free the disk or repair the directory, or give another one as touchstone.data."
            .formatted(root, e),
        e);
  }
}
