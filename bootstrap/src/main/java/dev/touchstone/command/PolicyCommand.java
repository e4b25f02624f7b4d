package dev.touchstone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: the commands about the versions of the tier policy together. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description =
        "Registers, lists, shows and retires the versions of the tier policy. "
            + "While none is registered, the one shipped with the product is in force.")
final class PolicyCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Which command? policy register, policy list, policy show or policy retire.");
    }
  }
}
