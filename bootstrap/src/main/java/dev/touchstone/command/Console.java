package dev.touchstone.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints to. */
final class Console {

  private Console() {}

  /**
   * The output of a command.
   *
   * @param spec as picocli fills it in
   */
  static PrintWriter of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("Commands are run by picocli");
    }
    return spec.commandLine().getOut();
  }
}
