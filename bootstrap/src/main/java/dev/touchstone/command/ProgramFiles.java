package dev.touchstone.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command takes another catalog than the default one. */
final class ProgramFiles {

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The catalog, YAML. Default: the one shipped with the product.")
  private @Nullable Path catalog;

  List<String> asProperties() {
    List<String> properties = new ArrayList<>();
    if (catalog != null) {
      properties.add("--touchstone.catalog=" + catalog);
    }
    return properties;
  }
}
