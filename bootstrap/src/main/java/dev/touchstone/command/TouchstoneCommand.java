package dev.touchstone.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands together. */
@Command(
    name = "touchstone",
    mixinStandardHelpOptions = true,
    version = "touchstone 1.0.0",
    description = "Turns evidence on a vendor's partners into tiers, and says why.",
    footer = {
      "",
      "Spring properties may be added to any command, for instance",
      "--spring.datasource.url=jdbc:postgresql://host/db; without it an embedded",
      "PostgreSQL keeps its data in touchstone-data/ of the working directory.",
      "Exit codes: 0 done, 1 not done, 2 wrong usage."
    })
public final class TouchstoneCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private TouchstoneCommand() {}

  /**
   * Runs the command that the arguments name.
   *
   * @return the exit code: 0 done, 1 not done, 2 wrong usage
   */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    List<String> ofSpring = new ArrayList<>();
    List<String> ofCommand = new ArrayList<>();
    for (String arg : args) {
      (isSpringProperty(arg) ? ofSpring : ofCommand).add(arg);
    }
    Application application = new Application(ofSpring);
    CommandLine commandLine =
        new CommandLine(new TouchstoneCommand())
            .addSubcommand(new NightlyCommand(application))
            .addSubcommand(new DecisionsCommand(application))
            .addSubcommand(new RejectsCommand(application))
            .addSubcommand(new FindingsCommand(application))
            .addSubcommand(new ExplainCommand(application))
            .addSubcommand(
                new CommandLine(new PolicyCommand())
                    .addSubcommand(new PolicyRegisterCommand(application))
                    .addSubcommand(new PolicyListCommand(application))
                    .addSubcommand(new PolicyShowCommand(application))
                    .addSubcommand(new PolicyRetireCommand(application)))
            .addSubcommand(new VerifyCommand(application))
            .addSubcommand(new WhatIfCommand(application))
            .addSubcommand(
                new CommandLine(new WaiverCommand())
                    .addSubcommand(new WaiverGrantCommand(application))
                    .addSubcommand(new WaiverListCommand(application))
                    .addSubcommand(new WaiverEndCommand(application)))
            .addSubcommand(
                new CommandLine(new AccountCommand())
                    .addSubcommand(new AccountAddCommand(application))
                    .addSubcommand(new AccountResetCommand(application)))
            .addSubcommand(new ServeCommand(application))
            .addSubcommand(new SampleDataCommand())
            .registerConverter(LocalDate.class, new Day())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(
                (failure, failed, result) -> {
                  CommandFailure sentence = CommandFailure.of(failure);
                  failed.getErr().println(sentence.getMessage());
                  return sentence.exitCode();
                });
    return commandLine.execute(ofCommand.toArray(String[]::new));
  }

  /** A property has a dotted name; no option of a command has. */
  private static boolean isSpringProperty(String arg) {
    int end = arg.indexOf('=');
    return arg.startsWith("--") && end > 0 && arg.substring(0, end).indexOf('.') > 0;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command? One is needed.");
    }
  }
}
