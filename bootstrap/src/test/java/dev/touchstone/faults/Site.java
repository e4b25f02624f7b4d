package dev.touchstone.faults;

import dev.touchstone.Touchstone;
import dev.touchstone.command.TouchstoneCommand;
import dev.touchstone.database.EmbeddedPostgreSql;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A place where nights are run: inbox, feed and archive in a folder, and a database, either the one
 * that the product embeds there or one of a server that lives on beside the processes.
 */
final class Site implements AutoCloseable {

  /** Which database a site has. */
  enum Kind {
    /** The product's own. */
    EMBEDDED,
    /** A database of a server that the test has started. */
    OUTSIDE
  }

  private final Path folder;
  private final @Nullable TestDatabase outside;

  Site(Path folder, Kind kind) {
    this.folder = folder;
    this.outside = kind == Kind.OUTSIDE ? TestDatabase.create() : null;
  }

  /** How a command ended. */
  record Outcome(int exitCode, String output) {}

  Path folder() {
    return folder;
  }

  Path feed() {
    return folder.resolve("feed");
  }

  /** Puts the same invented inbox, byte by byte, into each of the sites. */
  static void fillInboxes(int partners, long seed, Site one, Site other) {
    one.fillInbox(partners, seed);
    Path from = one.folder.resolve("inbox");
    Path to = other.inbox();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an invented inbox there. */
  void fillInbox(int partners, long seed) {
    Outcome outcome =
        run(
            List.of(
                "sample-data", "--partners=" + partners, "--seed=" + seed, "--inbox=" + inbox()));
    if (outcome.exitCode() != 0) {
      throw new AssertionError(outcome.output());
    }
  }

  private Path inbox() {
    // The night leaves the empty folders of the kinds behind.
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      files
          .filter(file -> file.startsWith(folder.resolve("inbox")))
          .sorted(Comparator.reverseOrder())
          .filter(Files::isDirectory)
          .forEach(Site::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve("inbox");
  }

  private static void delete(Path emptyFolder) {
    try {
      Files.delete(emptyFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a night to its end, in this process. */
  Outcome nightly(LocalDate date) {
    return run(nightlyArguments(date, List.of()));
  }

  /** Starts a night in a process of its own. */
  RunningProcess startNightly(LocalDate date, String... more) {
    return start(nightlyArguments(date, List.of(more)));
  }

  private List<String> nightlyArguments(LocalDate date, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "nightly",
                "--inbox=" + folder.resolve("inbox"),
                "--feed=" + feed(),
                "--date=" + date,
                // Invented inboxes demote as many as they like.
                "--confirm"));
    arguments.addAll(more);
    arguments.addAll(properties());
    return arguments;
  }

  /** Starts a command in a process of its own. */
  RunningProcess start(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName()));
    command.addAll(arguments);
    return RunningProcess.start(command);
  }

  List<String> properties() {
    List<String> properties = new ArrayList<>();
    properties.add("--touchstone.data=" + folder.resolve("data"));
    if (outside != null) {
      properties.add("--spring.datasource.url=" + outside.jdbcUrl());
      properties.add("--spring.datasource.username=" + outside.username());
      properties.add("--spring.datasource.password=" + outside.password());
    }
    return properties;
  }

  private static Outcome run(List<String> arguments) {
    StringWriter output = new StringWriter();
    PrintWriter console = new PrintWriter(output, true);
    int exitCode = TouchstoneCommand.run(arguments.toArray(String[]::new), console, console);
    return new Outcome(exitCode, output.toString());
  }

  /** Its database; empty while the embedded server does not run. */
  Optional<DataSource> findDatabase() {
    if (outside != null) {
      return Optional.of(outside.dataSource());
    }
    try {
      List<String> pid = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl("jdbc:postgresql://127.0.0.1:" + Integer.parseInt(pid.get(3)) + "/touchstone");
      source.setUser("touchstone");
      source.setPassword(Files.readString(folder.resolve("data/postgresql.password")).strip());
      return Optional.of(source);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Asks its database, which is started for that where it does not run. */
  <T> T ask(Function<DataSource, T> question) {
    if (outside != null) {
      return question.apply(outside.dataSource());
    }
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder.resolve("data"))) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(server.jdbcUrl());
      source.setUser(server.username());
      source.setPassword(server.password());
      return question.apply(source);
    }
  }

  /** All files that nights have left outside of the database, by length and digest. */
  List<String> files() {
    List<String> contents = new ArrayList<>();
    for (String part : List.of("feed", "archive", "inbox", "rejected")) {
      Path top = folder.resolve(part);
      if (!Files.exists(top)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(top)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          contents.add(folder.relativize(file) + " " + digestOf(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }

  /**
   * A workbook that we write bears the time of its writing: of reports only that they are there.
   */
  private String digestOf(Path file) throws IOException {
    if (file.startsWith(folder.resolve("rejected")) && file.toString().endsWith(".xlsx")) {
      return "";
    }
    byte[] content = Files.readAllBytes(file);
    return content.length + " " + HexFormat.of().formatHex(FeedReader.sha256().digest(content));
  }

  @Override
  public void close() {
    if (outside != null) {
      outside.close();
    }
  }
}
