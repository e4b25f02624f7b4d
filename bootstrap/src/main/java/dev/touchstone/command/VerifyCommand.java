package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.night.port.in.VerifyNightUseCase.VerifyNightResult;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.DecisionDifference;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: a night computed once more. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Recomputes every stored decision and standing of a night from evidence, waivers and "
            + "policies, and compares. Exits 1 on any difference.")
final class VerifyCommand implements Callable<Integer> {

  private static final int MAX_SHOWN = 20;

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ProgramFiles program = new ProgramFiles();

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The night. Default: the latest complete one.")
  private @Nullable LocalDate date;

  VerifyCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start(program, NoProgress.INSTANCE)) {
      Night night = CompleteNights.get(context.getBean(Nights.class), date);
      VerifyNightResult result = context.getBean(VerifyNightUseCase.class).verify(night);
      report(night, result);
      return result.differences().isEmpty() ? 0 : CommandFailure.NOT_DONE;
    }
  }

  private void report(Night night, VerifyNightResult result) {
    PrintWriter out = Console.of(spec);
    out.println(
        "Night of %s: %d decisions and %d standings recomputed, %s."
            .formatted(
                night.id(),
                result.partners(),
                result.partners(),
                result.differences().isEmpty()
                    ? "no difference"
                    : result.differences().size() + " differences"));
    result.differences().stream()
        .limit(MAX_SHOWN)
        .forEach(difference -> out.println("  " + lineFor(difference)));
    if (result.differences().size() > MAX_SHOWN) {
      out.println("  and " + (result.differences().size() - MAX_SHOWN) + " more");
    }
  }

  private static String lineFor(DecisionDifference difference) {
    String what =
        switch (difference.kind()) {
          case NOT_STORED -> "is not stored as it should be";
          case NO_EVIDENCE -> "has something stored, but no evidence";
          case DAMAGED -> "has a stored decision that is damaged";
          case DECISION -> "has another decision";
          case STANDING -> "has another standing";
        };
    return "%s %s: stored %s, recomputed %s"
        .formatted(difference.partner(), what, difference.stored(), difference.recomputed());
  }
}
