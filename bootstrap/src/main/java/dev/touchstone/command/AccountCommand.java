package dev.touchstone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code account}: who may use the API. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Who may use the API: add an account, give it a new password.")
final class AccountCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which account command? One is needed.");
    }
  }
}
