package dev.touchstone.command;

import dev.touchstone.Touchstone;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the product's commands in this process, in a folder and on a database of their own. */
final class CommandLineFixture implements AutoCloseable {

  /** The sample inbox and what is expected of it, as they ship with the project. */
  static final Path SAMPLES = Path.of("src/test/resources/samples");

  static final String SAMPLE_DATE = "2010-11-15";

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;

  CommandLineFixture(Path folder) {
    this.folder = folder;
  }

  /** How a command ended. */
  record Outcome(int exitCode, String out, String err) {}

  Path folder() {
    return folder;
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  Path feed() {
    return folder.resolve("feed");
  }

  TestDatabase database() {
    return database;
  }

  Outcome run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(properties());
    return execute(all);
  }

  /** The properties that point a command to this database and folder. */
  List<String> properties() {
    return List.of(
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + database.username(),
        "--spring.datasource.password=" + database.password(),
        "--touchstone.data=" + folder.resolve("data"));
  }

  static Outcome execute(List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        TouchstoneCommand.run(
            args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  Outcome nightly(String date, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("nightly", "--inbox", "" + inbox(), "--feed", "" + feed(), "--date", date));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  /** Kills a nightly run, in a process of its own, when it says that a step has ended. */
  void killNightlyAfter(String step, String date, String... more)
      throws IOException, InterruptedException {
    Process process = startNightly(date, more);
    awaitEndOf(step, process);
    process.destroyForcibly().waitFor();
  }

  /** Starts a nightly run in a process of its own. */
  Process startNightly(String date, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName(),
                "nightly",
                "--inbox=" + inbox(),
                "--feed=" + feed(),
                "--date=" + date));
    command.addAll(List.of(more));
    command.addAll(properties());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads a process's output up to the line that says that the step has ended. */
  static void awaitEndOf(String step, Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith(step + ":")) {
        return;
      }
    }
    throw new AssertionError("The night ended before " + step + ":\n" + seen);
  }

  /** What a command wrote to a file, by its lines. */
  List<String> output(String command, String... more) {
    Path file = folder.resolve(command + ".csv");
    List<String> args = new ArrayList<>(List.of(command, "--out", file.toString()));
    args.addAll(List.of(more));
    Outcome outcome = run(args.toArray(String[]::new));
    if (outcome.exitCode() != 0) {
      throw new AssertionError(outcome.err());
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Batch ledger's row of a step's latest execution. */
  Ledger ledger(String step) {
    return JdbcClient.create(database.dataSource())
        .sql(
            """
            SELECT exit_code, read_count, write_count, filter_count,
                   read_skip_count + process_skip_count + write_skip_count AS skip_count,
                   commit_count > 0 AS committed, rollback_count
            FROM batch_step_execution WHERE step_name = :step
            ORDER BY step_execution_id DESC LIMIT 1
            """)
        .param("step", step)
        .query(Ledger.class)
        .single();
  }

  /** What the Batch ledger says of a step. */
  record Ledger(
      String exitCode,
      long readCount,
      long writeCount,
      long filterCount,
      long skipCount,
      boolean committed,
      long rollbackCount) {}

  /** Makes every insert into a table fail, until it is mended. */
  void breakTable(String table) {
    breakTable(table, "RAISE EXCEPTION 'the table is broken on purpose'");
  }

  /** Makes every insert into a table do this, until it is mended. */
  void breakTable(String table, String statement) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    jdbc.sql(
            """
            CREATE FUNCTION fail_on_purpose() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN %s; RETURN NEW; END $$
            """
                .formatted(statement))
        .update();
    jdbc.sql(
            "CREATE TRIGGER broken BEFORE INSERT ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION fail_on_purpose()")
        .update();
  }

  /** How many steps of the Batch ledger have a status. */
  long countStepsThatEnded(String status) {
    return JdbcClient.create(database.dataSource())
        .sql("SELECT count(*) FROM batch_step_execution WHERE status = :status")
        .param("status", status)
        .query(Long.class)
        .single();
  }

  void mendTable() {
    JdbcClient.create(database.dataSource()).sql("DROP FUNCTION fail_on_purpose CASCADE").update();
  }

  void migrate() {
    run("decisions", "--out", folder.resolve("none.csv").toString());
  }

  void copySampleInbox() {
    copy(SAMPLES.resolve("inbox"), inbox());
  }

  void write(String path, String content) {
    try {
      Path file = inbox().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a folder with their content, for comparing folders byte by byte. */
  static List<String> contents(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(
            folder.relativize(file)
                + " "
                + java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
