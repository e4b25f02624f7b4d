package dev.touchstone.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a night takes another catalog or policy than the default ones. */
final class ProgramFiles {

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The catalog, YAML. Default: the one shipped with the product.")
  private @Nullable Path catalog;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "A version of the tier policy, YAML, registered first if it is not. "
              + "Default: those registered; the one shipped with the product if there is none.")
  private @Nullable Path policy;

  @Nullable Path policy() {
    return policy;
  }

  List<String> asProperties() {
    List<String> properties = new ArrayList<>();
    if (catalog != null) {
      properties.add("--touchstone.catalog=" + catalog);
    }
    return properties;
  }
}
