package dev.touchstone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code waiver}: the commands about waivers together. */
@Command(
    name = "waiver",
    mixinStandardHelpOptions = true,
    description =
        "Grants, lists and ends waivers: human acts by which one criterion counts as met for a "
            + "partner or a cohort, for some time.")
final class WaiverCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Which command? waiver grant, waiver list or waiver end.");
    }
  }
}
