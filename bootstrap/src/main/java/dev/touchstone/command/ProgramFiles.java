package dev.touchstone.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command takes another catalog or policy than the default ones. */
final class ProgramFiles {

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The catalog, YAML. Default: the one shipped with the product.")
  private @Nullable Path catalog;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The tier policy, YAML. Default: the one shipped with the product.")
  private @Nullable Path policy;

  @Nullable Path catalog() {
    return catalog;
  }

  List<String> asProperties() {
    List<String> properties = new ArrayList<>();
    if (catalog != null) {
      properties.add("--touchstone.catalog=" + catalog);
    }
    if (policy != null) {
      properties.add("--touchstone.policy=" + policy);
    }
    return properties;
  }
}
