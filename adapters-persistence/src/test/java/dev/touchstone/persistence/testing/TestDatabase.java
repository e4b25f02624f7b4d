package dev.touchstone.persistence.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A fresh, empty database on a real PostgreSQL, for one test or one test class; {@link #close()}
 * drops it.
 *
 * <p>All databases of a JVM share one server. {@code -Dtouchstone.test.database=testcontainers} or
 * {@code embedded} says which; left out, it is Testcontainers where a Docker engine answers, else
 * the embedded PostgreSQL. The run prints which it took and why. Texts compare by code point
 * ({@code C.UTF-8}), as in the product's own database.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger CREATED = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Creates a database that nobody else uses.
   *
   * @throws IllegalStateException when Testcontainers is asked for and no Docker engine answers
   */
  public static TestDatabase create() {
    TestServer server = TestServer.shared();
    String name = "touchstone_test_" + CREATED.incrementAndGet();
    server.execute(
        """
        CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8'
          LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"""
            .formatted(name));
    return new TestDatabase(server, name);
  }

  /** The JDBC address, without user and password. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** The user, a superuser of the test server. */
  public String username() {
    return server.username();
  }

  /** The user's password; empty when the server asks for none. */
  public String password() {
    return server.password();
  }

  /** A source of new, unpooled connections. */
  public DataSource dataSource() {
    return server.dataSource(name);
  }

  /** Drops the database, and ends whatever is still connected to it. */
  @Override
  public void close() {
    server.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
  }
}
