package dev.touchstone.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
    return commandLineOf(spec).getOut();
  }

  /**
   * Where a command says what went wrong.
   *
   * @param spec as picocli fills it in
   */
  static PrintWriter errorsOf(@Nullable CommandSpec spec) {
    return commandLineOf(spec).getErr();
  }

  private static CommandLine commandLineOf(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("Commands are run by picocli");
    }
    return spec.commandLine();
  }
}
