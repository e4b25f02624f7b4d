package dev.touchstone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: the versions of the tier policy. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description =
        "Registers, lists, shows and retires the versions of the tier policy. "
            + "While none is registered, the one shipped with the product is in force.")
final class PolicyCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private PolicyCommand() {}

  /** The command with those below it. */
  static CommandLine of(Application application) {
    return new CommandLine(new PolicyCommand())
        .addSubcommand(new PolicyRegisterCommand(application))
        .addSubcommand(new PolicyListCommand(application))
        .addSubcommand(new PolicyShowCommand(application))
        .addSubcommand(new PolicyRetireCommand(application));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Which of the policy's commands? One is needed.");
    }
  }
}
