package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.service.ExplanationText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.persistence.standing.DecisionJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one decision in words. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says what a night decided about one partner, and why.")
final class ExplainCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PARTNER", description = "The partner's id.")
  private String partner = "";

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The night. Default: the latest complete one.")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "As JSON, for machines.")
  private boolean json;

  ExplainCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      Night night = CompleteNights.get(context.getBean(Nights.class), date);
      DecidedStanding decided =
          context
              .getBean(Decisions.class)
              .find(night.id(), new PartnerId(partner))
              .orElseThrow(
                  () ->
                      CommandFailure.wrongUsage(
                          "The night of "
                              + night.id().businessDate()
                              + " knows no partner "
                              + partner
                              + ". Ids are exact in case."));
      PrintWriter out = CommandOutput.of(spec);
      if (json) {
        out.println(DecisionJson.explain(decided));
      } else {
        ExplanationText.linesFor(decided).forEach(out::println);
      }
    }
    return 0;
  }
}
