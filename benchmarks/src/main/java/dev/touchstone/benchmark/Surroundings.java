package dev.touchstone.benchmark;

import dev.touchstone.benchmark.Settings.Group;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the figures were measured on. */
final class Surroundings {

  private static final List<String> DATABASE_SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_level",
          "shared_buffers",
          "max_wal_size");

  private Surroundings() {}

  static List<String> lines(Settings settings) throws IOException {
    List<String> lines = new ArrayList<>();
    Runtime runtime = Runtime.getRuntime();
    lines.add(
        "Scale %s, median of %d turns after one to warm up."
            .formatted(settings.scale(), settings.repeats()));
    lines.add(
        "%s %s, %d cores, %s %s; heap at most %d MB; flags %s."
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runtime.availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                runtime.maxMemory() >> 20,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-X"))
                    .collect(Collectors.joining(" "))));
    if (!settings.groups().equals(List.of(Group.KERNEL))) {
      lines.add("PostgreSQL: " + databaseSettings() + ".");
      lines.add("The product stages rows with synchronous_commit off; what it merges is durable.");
    }
    return lines;
  }

  private static String databaseSettings() throws IOException {
    try (Installation installation = Installation.create()) {
      return DATABASE_SETTINGS.stream()
          .map(
              name ->
                  name + " " + installation.sql().sql("SHOW " + name).query(String.class).single())
          .collect(Collectors.joining(", "));
    }
  }
}
