package dev.touchstone.server;

import dev.touchstone.TouchstoneApplication;
import dev.touchstone.TouchstoneServer;
import dev.touchstone.application.access.Actor;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server as {@code serve} starts it, in this process, on a port of its own and a fresh database
 * on a real PostgreSQL. Start one a test class ({@code @BeforeAll}) and close it at the end.
 * Requests are made as {@link #program()}, {@link #partner(String)}, {@link #vendor(String)} or
 * {@link #stranger()}.
 */
public final class ServerFixture implements AutoCloseable {

  /** Who starts the nights that a test runs. */
  public static final Actor NIGHTWATCH = new Actor("test", "COMMAND_LINE", "localhost");

  private static final Duration LIFE = Duration.ofMinutes(30);

  private final TestDatabase database;
  private final Path folder;
  private final String base;
  private final TestTokens tokens;
  private final ConfigurableApplicationContext context;

  private ServerFixture(
      TestDatabase database,
      Path folder,
      String base,
      TestTokens tokens,
      ConfigurableApplicationContext context) {
    this.database = database;
    this.folder = folder;
    this.base = base;
    this.tokens = tokens;
    this.context = context;
  }

  /**
   * Starts the server. Below {@link #folder} it has the folders inbox, feed and data.
   *
   * @param properties more properties, as {@code name=value}
   */
  public static ServerFixture start(String... properties) {
    return start(List.of(), properties);
  }

  /**
   * As {@link #start(String...)}, with configurations that a test adds.
   *
   * @param configurations classes of beans
   */
  public static ServerFixture start(List<Class<?>> configurations, String... properties) {
    TestDatabase database = TestDatabase.create();
    Path folder = newFolder();
    int port = freePort();
    String base = "http://localhost:" + port;
    TestTokens tokens = new TestTokens(base);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--touchstone.data=" + folder.resolve("data"),
                "--touchstone.inbox=" + folder.resolve("inbox"),
                "--touchstone.feed=" + folder.resolve("feed"),
                // A test runs the nights it wants, and no others.
                "--touchstone.night.scheduled=false",
                "--touchstone.token.key=" + tokens.pem()));
    for (String property : properties) {
      arguments.add("--" + property);
    }
    List<Class<?>> sources =
        new ArrayList<>(List.of(TouchstoneApplication.class, TouchstoneServer.class));
    sources.addAll(configurations);
    Progress silent = new Silent();
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .web(WebApplicationType.SERVLET)
            .initializers(c -> c.getBeanFactory().registerSingleton("progress", silent))
            .run(arguments.toArray(String[]::new));
    return new ServerFixture(database, folder, base, tokens, context);
  }

  private record Silent() implements Progress {
    @Override
    public void started(String step) {}

    @Override
    public void advanced(String step, long items) {}

    @Override
    public void ended(String step, Duration elapsed) {}
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("touchstone-server");
      Files.createDirectories(folder.resolve("inbox"));
      Files.createDirectories(folder.resolve("feed"));
      Files.createDirectories(folder.resolve("data"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the server, without a slash at the end. */
  public String base() {
    return base;
  }

  /** A folder of the test's own, deleted at the end. */
  public Path folder() {
    return folder;
  }

  /** A bean of the server. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** SQL on the server's database. */
  public JdbcClient sql() {
    return JdbcClient.create(bean(DataSource.class));
  }

  /** Requests of the program manager. */
  public Requests program() {
    return as(tokens.of("program", "program", Map.of(), LIFE));
  }

  /** Requests of a partner. */
  public Requests partner(String partnerId) {
    return as(tokenOfPartner(partnerId));
  }

  /** A bearer token of a partner. */
  public String tokenOfPartner(String partnerId) {
    return tokens.of("partner-" + partnerId, "partner", Map.of("partner_id", partnerId), LIFE);
  }

  /** Requests of a survey vendor. */
  public Requests vendor(String vendor) {
    return as(tokenOfVendor(vendor));
  }

  /** A bearer token of a survey vendor. */
  public String tokenOfVendor(String vendor) {
    return tokens.of("vendor-" + vendor, "vendor", Map.of("vendor", vendor), LIFE);
  }

  /** Requests of somebody without a token. */
  public Requests stranger() {
    return new Requests(base);
  }

  /** Requests of an operator, to the management port. */
  public Requests operator() {
    return new Requests(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port"));
  }

  /** Requests with a token of the program that has expired. */
  public Requests expired() {
    return as(tokens.of("program", "program", Map.of(), Duration.ofMinutes(-1)));
  }

  /** Requests with a token of the program that somebody else has signed. */
  public Requests forged() {
    return as(tokens.forged("program", "program", Map.of()));
  }

  /** Requests with a bearer token. */
  public Requests as(String token) {
    return new Requests(base, "Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    context.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
