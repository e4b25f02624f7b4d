package dev.touchstone.command;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.ResetPassword;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountResult;
import dev.touchstone.application.account.port.out.Accounts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account reset}. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Gives an account a new password and prints it, once.")
final class AccountResetCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The account's name.")
  private String name = "";

  AccountResetCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    if (!AccountName.isValid(name)) {
      throw unknown();
    }
    try (ConfigurableApplicationContext context = application.start()) {
      Account account =
          context.getBean(Accounts.class).find(new AccountName(name)).orElseThrow(this::unknown);
      ChangeAccountResult result =
          context
              .getBean(ChangeAccountUseCase.class)
              .change(new ResetPassword(OperatingSystemUser.actor(), name, account.version()));
      if (!(result instanceof ChangeAccountResult.Reset reset)) {
        throw CommandFailure.notDone("Account " + name + " was changed meanwhile; try again.");
      }
      PrintWriter out = Console.of(spec);
      out.println("Account " + name + " has a new password, told this once:");
      out.println(reset.password());
    }
    return 0;
  }

  private CommandFailure unknown() {
    return CommandFailure.wrongUsage("There is no account " + name + "; account add adds one.");
  }
}
