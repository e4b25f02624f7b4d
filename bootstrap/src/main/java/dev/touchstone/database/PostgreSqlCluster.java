package dev.touchstone.database;

import dev.touchstone.database.PostgreSqlPrograms.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * One data directory with its server, log and password: creates, starts, finds and stops it. Not
 * safe against other processes; {@link ServerUsers} gives each its turn.
 */
final class PostgreSqlCluster {

  static final String USERNAME = "touchstone";
  static final String DATABASE = "touchstone";

  private static final String HOST = "127.0.0.1";
  private static final String MAINTENANCE_DATABASE = "postgres";

  /** Long enough for the recovery of {@code max_wal_size} on a slow disk. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How long a port may stay taken, or a killed server's last sessions may live on. */
  private static final Duration START_RETRIES = Duration.ofSeconds(10);

  /**
   * Durable, loopback only, and small enough for a nightly batch beside a JVM. Given at each start,
   * so that a new Touchstone brings its own settings to old data.
   */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=" + HOST,
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "shared_buffers=128MB",
          "max_wal_size=1GB",
          "max_connections=50",
          "log_checkpoints=off",
          "timezone=UTC",
          "log_timezone=UTC");

  /** What {@code initdb}, {@code pg_ctl} and the log put before a reason. */
  private static final Pattern REASON =
      Pattern.compile("\\b(?:FATAL|PANIC|DETAIL|error|detail): +(.*)");

  private static final Pattern PASSING =
      Pattern.compile("Address already in use|is still in use|lock file .* already exists");

  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final String CONNECTION_EXCEPTION_CLASS = "08";
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private final Path dataDirectory;
  private final Path log;
  private final ServerPassword password;
  private final PostgreSqlPrograms programs;

  /**
   * @param root the data root; the directory's name bears no version, so that programs of another
   *     major version refuse the data instead of starting empty
   */
  PostgreSqlCluster(Path root, PostgreSqlPrograms programs) {
    this.dataDirectory = root.resolve("postgresql");
    this.log = root.resolve("postgresql.log");
    this.password = new ServerPassword(root.resolve("postgresql.password"));
    this.programs = programs;
  }

  Path dataDirectory() {
    return dataDirectory;
  }

  String password() throws IOException {
    return password.read();
  }

  String jdbcUrl(int port) {
    return jdbcUrl(port, DATABASE);
  }

  /** Whether there are data to start from. */
  boolean exists() {
    return Files.isDirectory(dataDirectory);
  }

  /** Creates the data directory, whole or not at all. */
  void create() throws IOException {
    Path unfinished = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    Outcome outcome =
        programs.run(
            "initdb",
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + USERNAME,
                "--pwfile=" + password.create(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    if (!outcome.isSuccess()) {
      throw new DatabaseUnavailableException(
          "The embedded PostgreSQL cannot be created in %s: %s. Remove the cause, or set spring.datasource.url to use another PostgreSQL."
              .formatted(dataDirectory, reason(outcome.output())));
    }
    Files.move(unfinished, dataDirectory, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Finds the server that a killed process left behind or another process uses, and waits until it
   * answers.
   *
   * @return empty when no server runs on these data
   */
  Optional<PostmasterPid> findRunning() throws IOException {
    Deadline deadline = Deadline.in(PATIENCE);
    while (true) {
      Optional<PostmasterPid> server = PostmasterPid.read(dataDirectory);
      if (server.isEmpty() || !server.get().isServerOf(dataDirectory)) {
        return Optional.empty();
      }
      try {
        requireOwnData(server.get());
        return server;
      } catch (SQLException e) {
        if (!isPassing(e) || deadline.hasPassed()) {
          throw new DatabaseUnavailableException(
              "The PostgreSQL server that runs on %s (process %d, port %d) does not let Touchstone in: %s. Stop that process, then start Touchstone again."
                  .formatted(
                      dataDirectory, server.get().pid(), server.get().port(), e.getMessage()),
              e);
        }
      }
      Deadline.pause();
    }
  }

  /** Starts the server and waits until it answers, after the recovery from a crash if need be. */
  PostmasterPid start() throws IOException {
    removePidFileOfAnotherProcess();
    keepPreviousLog();
    Deadline retries = Deadline.in(START_RETRIES);
    while (true) {
      Files.deleteIfExists(log);
      Outcome outcome = startOn(freePort());
      if (outcome.isSuccess()) {
        return PostmasterPid.read(dataDirectory)
            .orElseThrow(
                () ->
                    new DatabaseUnavailableException(
                        "The embedded PostgreSQL on %s ended right after its start: see %s."
                            .formatted(dataDirectory, log)));
      }
      String logged = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
      if (!PASSING.matcher(logged).find() || retries.hasPassed()) {
        throw new DatabaseUnavailableException(
            "The embedded PostgreSQL on %s did not start: %s (log: %s). Remove the cause, or set spring.datasource.url to use another PostgreSQL."
                .formatted(
                    dataDirectory, reason(logged.isBlank() ? outcome.output() : logged), log));
      }
      Deadline.pause();
    }
  }

  /** Creates the product's database, unless an earlier start did. */
  void createDatabase(PostmasterPid server) throws IOException, SQLException {
    try (Connection connection = connect(server, MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  /**
   * Stops the server, whoever started it, and waits until it is gone: sessions are ended and their
   * open transactions rolled back.
   */
  void stop() throws IOException {
    Outcome outcome =
        programs.run(
            "pg_ctl",
            List.of(
                "stop",
                "--pgdata=" + dataDirectory,
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds()));
    if (outcome.isSuccess()) {
      return;
    }
    Optional<PostmasterPid> left =
        PostmasterPid.read(dataDirectory).filter(server -> server.isServerOf(dataDirectory));
    if (left.isPresent()) {
      throw new DatabaseUnavailableException(
          "The embedded PostgreSQL on %s did not stop: %s (log: %s). End process %d with SIGINT; the data are safe."
              .formatted(dataDirectory, reason(outcome.output()), log, left.get().pid()));
    }
  }

  private Outcome startOn(int port) throws IOException {
    String options =
        SETTINGS.stream()
            .map(setting -> " -c " + setting)
            .collect(Collectors.joining("", "-p " + port, ""));
    return programs.run(
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + dataDirectory,
            "--log=" + log,
            "--wait",
            "--timeout=" + PATIENCE.toSeconds(),
            "--options=" + options));
  }

  /**
   * A stale file whose process id now belongs to another process would keep the server from
   * starting for ever. A stale file of a dead process is left to PostgreSQL, which also looks for
   * sessions that still live.
   */
  private void removePidFileOfAnotherProcess() throws IOException {
    Optional<PostmasterPid> stale = PostmasterPid.read(dataDirectory);
    if (stale.isPresent()
        && !stale.get().isServerOf(dataDirectory)
        && ProcessHandle.of(stale.get().pid()).isPresent()) {
      Files.delete(dataDirectory.resolve(PostmasterPid.FILE_NAME));
    }
  }

  /** One log per start; the one before is kept, those before it are not. */
  private void keepPreviousLog() throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void requireOwnData(PostmasterPid server) throws IOException, SQLException {
    try (Connection connection = connect(server, MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      Path served = Path.of(row.getString(1));
      if (!Files.isSameFile(served, dataDirectory)) {
        throw new DatabaseUnavailableException(
            "Port %d is that of a PostgreSQL server on %s, not of the one on %s (process %d): stop that process, then start Touchstone again."
                .formatted(server.port(), served, dataDirectory, server.pid()));
      }
    }
  }

  private Connection connect(PostmasterPid server, String database)
      throws IOException, SQLException {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "user",
            USERNAME,
            "password",
            password.read(),
            "connectTimeout",
            "5",
            "socketTimeout",
            "30"));
    return DriverManager.getConnection(jdbcUrl(server.port(), database), properties);
  }

  private static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, database);
  }

  /** Whether the server is starting, stopping or full: waiting can help. */
  private static boolean isPassing(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.equals(CANNOT_CONNECT_NOW)
            || state.equals(TOO_MANY_CONNECTIONS)
            || state.startsWith(CONNECTION_EXCEPTION_CLASS));
  }

  private static String reason(String output) {
    Matcher reasons = REASON.matcher(output);
    String found =
        reasons.results().map(result -> result.group(1)).collect(Collectors.joining("; "));
    return found.isEmpty() ? output.strip().replaceAll("\\s+", " ") : found;
  }
}
