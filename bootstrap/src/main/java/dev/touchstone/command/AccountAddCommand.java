package dev.touchstone.command;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.port.in.AddAccountUseCase;
import dev.touchstone.application.account.port.in.AddAccountUseCase.AddAccountCommand;
import dev.touchstone.application.account.port.in.AddAccountUseCase.AddAccountResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Adds an account and prints its password, once. Machines send name and password to "
            + "/oauth2/token as client id and secret; people sign in with them.")
final class AccountAddCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The account's name, and client id.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "PROGRAM, PARTNER or VENDOR.")
  private Role role = Role.PUBLIC;

  @Option(
      names = "--partner",
      paramLabel = "ID",
      description = "For PARTNER: the partner it is bound to.")
  private @Nullable String partner;

  @Option(
      names = "--vendor",
      paramLabel = "VENDOR",
      description = "For VENDOR: the survey vendor it is bound to, as its folder is called.")
  private @Nullable String vendor;

  AccountAddCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      AddAccountResult result =
          context
              .getBean(AddAccountUseCase.class)
              .add(new AddAccountCommand(OperatingSystemUser.actor(), name, role, partner, vendor));
      if (result instanceof AddAccountResult.Known known) {
        throw CommandFailure.wrongUsage(known.reason());
      }
      if (result instanceof AddAccountResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      PrintWriter out = Console.of(spec);
      out.println("Account " + name + " is added. Its password, told this once:");
      out.println(((AddAccountResult.Added) result).password());
    }
    return 0;
  }
}
