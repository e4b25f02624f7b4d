package dev.touchstone.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's words go. */
final class CommandOutput {

  private CommandOutput() {}

  /**
   * The output of the command that picocli runs.
   *
   * @param spec what picocli injects into it
   */
  static PrintWriter of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("Commands are run by picocli");
    }
    return spec.commandLine().getOut();
  }
}
