package dev.touchstone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a command is told which policy version it is about. */
final class PolicyNumber {

  @Parameters(paramLabel = "VERSION", description = "The version's number.")
  private int version;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The policy's name, where several have a version of that number.")
  private @Nullable String name;

  int version() {
    return version;
  }

  @Nullable String name() {
    return name;
  }
}
