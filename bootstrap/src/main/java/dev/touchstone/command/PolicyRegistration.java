package dev.touchstone.command;

import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyCommand;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyResult;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import java.nio.file.Path;
import org.springframework.context.ApplicationContext;

/** Registers the policy of a file for a command. */
final class PolicyRegistration {

  private PolicyRegistration() {}

  /**
   * Registers it.
   *
   * @return what was done, in one sentence
   * @throws CommandFailure if it does not fit
   */
  static String register(Path file, ApplicationContext context) {
    PolicyFile policyFile = context.getBean(PolicyFiles.class).read(file);
    RegisterPolicyResult result =
        context
            .getBean(RegisterPolicyUseCase.class)
            .register(new RegisterPolicyCommand(policyFile, false, OperatingSystemUser.actor()));
    if (result instanceof RegisterPolicyResult.Refused refused) {
      throw CommandFailure.wrongUsage(refused.reason());
    }
    if (result instanceof RegisterPolicyResult.AlreadyRegistered already) {
      return already.policy().version() + " is registered already.";
    }
    RegisterPolicyResult.Registered registered = (RegisterPolicyResult.Registered) result;
    return "Registered "
        + registered.policy().version()
        + "; it takes effect on "
        + registered.policy().effectiveFrom()
        + ".";
  }
}
