package dev.touchstone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy register}: a new version. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description =
        "Registers a version of the policy. It takes effect on its day, which must lie after the "
            + "latest night, and can never be changed.")
final class PolicyRegisterCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The policy, YAML.")
  private Path file = Path.of("policy.yaml");

  PolicyRegisterCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      Console.of(spec).println(PolicyRegistration.register(file, context));
    }
    return 0;
  }
}
