package dev.touchstone.command;

import dev.touchstone.application.standing.port.in.EndWaiverUseCase;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverCommand;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverResult;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waiver end}. */
@Command(
    name = "end",
    mixinStandardHelpOptions = true,
    description = "Ends a waiver before its time; on its first day it is taken back whole.")
final class WaiverEndCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NUMBER", description = "The waiver's number.")
  private long id;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The first day on which it no longer holds.")
  private LocalDate on = LocalDate.MIN;

  @Option(names = "--author", required = true, description = "Who answers for it.")
  private String author = "";

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason = "";

  WaiverEndCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    Waiver.Ending ending;
    try {
      ending = new Waiver.Ending(author, reason);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(e.getMessage() + ".");
    }
    try (ConfigurableApplicationContext context = application.start()) {
      EndWaiverResult result =
          context
              .getBean(EndWaiverUseCase.class)
              .end(
                  new EndWaiverCommand(
                      new WaiverId(id), on, ending, null, OperatingSystemUser.actor()));
      if (result instanceof EndWaiverResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      Console.of(spec)
          .println(WaiverText.lineFor(((EndWaiverResult.Ended) result).recorded().waiver()));
    }
    return 0;
  }
}
