package dev.touchstone.command;

import dev.touchstone.application.tier.port.in.RetirePolicyUseCase;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyCommand;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyResult;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code policy retire}: a version taken back. */
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description =
        "Takes back a version of the policy that no night has reached. "
            + "It stays on record, and its number is not used again.")
final class PolicyRetireCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final PolicyNumber number = new PolicyNumber();

  PolicyRetireCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      RetirePolicyResult result =
          context
              .getBean(RetirePolicyUseCase.class)
              .retire(
                  new RetirePolicyCommand(
                      number.version(), number.name(), null, OperatingSystemUser.actor()));
      if (result instanceof RetirePolicyResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      Console.of(spec).println("Retired " + ((RetirePolicyResult.Retired) result).version() + ".");
    }
    return 0;
  }
}
