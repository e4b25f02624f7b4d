package dev.touchstone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Inboxes and nights of a server under test. */
final class ProgramNights {

  static final String SAMPLE_DATE = "2010-11-15";

  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServerFixture server;

  ProgramNights(ServerFixture server) {
    this.server = server;
  }

  /** The sample inbox. */
  void copySamples() {
    Path from = SAMPLES.resolve("inbox");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = inbox(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decisions that are expected of it. */
  static List<String> expectedDecisions() {
    try {
      return Files.readAllLines(SAMPLES.resolve("expected/decisions.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String path, String content) {
    try {
      Path file = inbox(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path inbox(String path) {
    return server.folder().resolve("inbox").resolve(path);
  }

  /** Twenty partners with a toolkit each. */
  void writeTwentySubscribers() {
    write("partners/p.csv", "partner_id,name,registered_on\n" + lines(20, "P-%02d,One,2009-01-01"));
    writeToolkits(20, "");
  }

  /** Toolkits of the first partners, up to a day. */
  void writeToolkits(int partners, String to) {
    write(
        "enrollments/e" + to + ".csv",
        "partner_id,specialization,kind,from,to\n"
            + lines(partners, "P-%02d,CRM,TOOLKIT,2010-01-01," + to));
  }

  private static String lines(int count, String format) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Starts a night and waits for its end; its detail. */
  JsonNode run(String date) {
    Answer started = server.program().post("/api/v1/nights", "{\"businessDate\":\"" + date + "\"}");
    if (started.status() != 202) {
      throw new AssertionError(started.toString());
    }
    return await(started);
  }

  /** Waits until the night that an answer's location names runs no more; its detail. */
  JsonNode await(Answer accepted) {
    String location = accepted.header("Location");
    return await(
        () -> server.program().get(location).json(),
        night -> !night.path("night").path("state").asString().equals("RUNNING"));
  }

  /** Asks until the answer is as wished. */
  static JsonNode await(Supplier<JsonNode> question, Predicate<JsonNode> wish) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode answer = question.get();
    while (!wish.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still " + answer);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      answer = question.get();
    }
    return answer;
  }
}
