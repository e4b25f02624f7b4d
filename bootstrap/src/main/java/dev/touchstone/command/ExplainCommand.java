package dev.touchstone.command;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase.ExplainStandingResult;
import dev.touchstone.application.standing.service.ExplanationText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.persistence.standing.DecisionJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final AsOf asOf = new AsOf();

  @Option(names = "--json", description = "As JSON, for machines.")
  private boolean json;

  ExplainCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      ExplainStandingResult result =
          context
              .getBean(ExplainStandingUseCase.class)
              .explain(asOf.explain(context, new PartnerId(partner)));
      if (result instanceof ExplainStandingResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      Explanation explanation = ((ExplainStandingResult.Explained) result).explanation();
      PrintWriter out = Console.of(spec);
      if (json) {
        out.println(DecisionJson.explain(explanation));
      } else {
        ExplanationText.linesFor(explanation, SurveyDiscretion.NONE).forEach(out::println);
      }
    }
    return 0;
  }
}
