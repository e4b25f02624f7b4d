package dev.touchstone.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server that all test databases of this JVM live on. It stops with the JVM: the
 * embedded server by its own shutdown hook, the container by Testcontainers.
 */
record TestServer(String host, int port, String username, String password) {

  /** The server's version is that of the embedded binaries, so that both give the same answers. */
  private static final String IMAGE = "postgres:18.1-alpine";

  private static @Nullable TestServer shared;

  /** The server, started at the first call; says once which it is and why. */
  static synchronized TestServer shared() {
    if (shared == null) {
      TestServerChoice choice =
          TestServerChoice.of(
              System.getProperty(TestServerChoice.PROPERTY),
              () -> DockerClientFactory.instance().isDockerAvailable());
      shared =
          switch (choice.kind()) {
            case TESTCONTAINERS -> startContainer(choice.reason());
            case EMBEDDED -> startEmbedded(choice.reason());
          };
    }
    return shared;
  }

  private static TestServer startContainer(String reason) {
    System.out.printf("Test database: Testcontainers, %s (%s)%n", IMAGE, reason);
    // Not closed here: it serves the whole run, and Testcontainers removes it after the JVM.
    @SuppressWarnings("resource")
    PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
    container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
    container.start();
    return new TestServer(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getUsername(),
        container.getPassword());
  }

  /** Starts without fsync: the data are thrown away with the run. */
  private static TestServer startEmbedded(String reason) {
    System.out.printf("Test database: embedded PostgreSQL (%s)%n", reason);
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
      return new TestServer("localhost", server.getPort(), "postgres", "");
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL for the tests did not start", e);
    }
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
  }

  DataSource dataSource(String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl(database));
    dataSource.setUser(username);
    dataSource.setPassword(password);
    return dataSource;
  }

  /** Runs one statement outside any test database. */
  void execute(String sql) {
    try (Connection connection = dataSource("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + sql, e);
    }
  }
}
