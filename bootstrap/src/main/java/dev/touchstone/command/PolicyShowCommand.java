package dev.touchstone.command;

import dev.touchstone.application.tier.port.in.ShowPolicyUseCase;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyQuery;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code policy show}: one version. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints a version of the policy as it was registered.")
final class PolicyShowCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final PolicyNumber number = new PolicyNumber();

  PolicyShowCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      ShowPolicyResult result =
          context
              .getBean(ShowPolicyUseCase.class)
              .show(new ShowPolicyQuery(number.version(), number.name()));
      if (result instanceof ShowPolicyResult.NotFound notFound) {
        throw CommandFailure.wrongUsage(notFound.reason());
      }
      PrintWriter out = Console.of(spec);
      out.print(((ShowPolicyResult.Shown) result).text());
      out.flush();
    }
    return 0;
  }
}
