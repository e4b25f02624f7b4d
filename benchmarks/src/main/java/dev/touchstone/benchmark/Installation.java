package dev.touchstone.benchmark;

import dev.touchstone.TouchstoneApplication;
import dev.touchstone.application.access.Actor;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.batch.step.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The product as its command line starts it, on its own durable PostgreSQL, in a folder that is
 * deleted in the end.
 */
final class Installation implements AutoCloseable {

  private static final Actor ACTOR = new Actor("benchmark", "COMMAND_LINE", "localhost");

  private final Path folder;
  private final ConfigurableApplicationContext context;
  private LocalDate nextNight = SampleDataGenerator.BUSINESS_DATE;

  private Installation(Path folder, ConfigurableApplicationContext context) {
    this.folder = folder;
    this.context = context;
  }

  static Installation create() throws IOException {
    Path folder = Files.createTempDirectory("touchstone-benchmark");
    Path data = Files.createDirectories(folder.resolve("data"));
    try {
      return new Installation(
          folder,
          new SpringApplicationBuilder(TouchstoneApplication.class)
              .web(WebApplicationType.NONE)
              // As for a command: nobody can ask it how it is.
              .properties(
                  "management.endpoints.access.default=none",
                  "management.health.defaults.enabled=false",
                  "management.defaults.metrics.export.enabled=false")
              .initializers(
                  starting ->
                      starting.getBeanFactory().registerSingleton("progress", new Silence()))
              .run("--touchstone.data=" + data));
    } catch (RuntimeException e) {
      FileSystemUtils.deleteRecursively(folder);
      // Thrown as it is, it would go unseen: the framework has told it to the log, which is
      // deleted.
      throw new IllegalStateException("The product did not start", e);
    }
  }

  /** A folder of this name, created where it is absent. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** An inbox of this name with nothing in it. */
  Path emptyInbox(String name) throws IOException {
    FileSystemUtils.deleteRecursively(folder.resolve(name));
    return folder(name);
  }

  DataSource dataSource() {
    return context.getBean(DataSource.class);
  }

  JdbcClient sql() {
    return JdbcClient.create(dataSource());
  }

  /** Has the database write what earlier turns left to be written, so that no later one pays. */
  void settle() {
    sql().sql("CHECKPOINT").update();
  }

  /** Runs the night after the last one; its files stay in the inbox. */
  Night runNight(Path inbox) throws IOException {
    return runNight(inbox, false);
  }

  /** Runs a night that decides every partner. */
  Night runFullNight(Path inbox) throws IOException {
    return runNight(inbox, true);
  }

  private Night runNight(Path inbox, boolean full) throws IOException {
    Path feed = folder("feed");
    settle();
    long start = System.nanoTime();
    NightRun run =
        context
            .getBean(NightLauncher.class)
            .run(new NightRequest(nextNight, inbox, feed, true, false, true, full, ACTOR));
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (!(run instanceof NightRun.Completed completed)) {
      throw new IllegalStateException("The night of " + nextNight + " did not end: " + run);
    }
    nextNight = nextNight.plusDays(1);
    return new Night(completed, elapsed);
  }

  /**
   * Takes the rows out of tables, as if no night had brought them. Were such a table vacuumed
   * before it is filled, as it never is where it is new, the planner would take it for empty for
   * good.
   */
  void empty(String... tables) {
    for (String table : tables) {
      sql().sql("ALTER TABLE " + table + " SET (autovacuum_enabled = false)").update();
    }
    sql().sql("TRUNCATE " + String.join(", ", tables)).update();
  }

  long count(String table) {
    return sql().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  @Override
  public void close() throws IOException {
    context.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  /**
   * A night that is complete.
   *
   * @param run what it did
   * @param elapsed how long it took
   */
  record Night(NightRun.Completed run, Duration elapsed) {

    /** How long these steps took together. */
    Duration of(String... steps) {
      Duration sum = Duration.ZERO;
      for (String step : steps) {
        Duration took = run.steps().get(step);
        if (took == null) {
          throw new IllegalArgumentException(
              "The night has no step " + step + " but " + run.steps().keySet());
        }
        sum = sum.plus(took);
      }
      return sum;
    }
  }

  /** Tells nobody how a night goes on. */
  private static final class Silence implements Progress {
    @Override
    public void started(String step) {}

    @Override
    public void advanced(String step, long items) {}

    @Override
    public void ended(String step, Duration elapsed) {}
  }
}
