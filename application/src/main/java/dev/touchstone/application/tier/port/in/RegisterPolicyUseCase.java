package dev.touchstone.application.tier.port.in;

import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.domain.tier.TierPolicy;

/** Makes a policy version one of the program's (domain.md, Words: Policy Version). */
public interface RegisterPolicyUseCase {

  /** Registers it, unless it is registered already. */
  RegisterPolicyResult register(RegisterPolicyCommand command);

  /**
   * A wish for a version.
   *
   * @param file the file that states it
   */
  record RegisterPolicyCommand(PolicyFile file) {}

  /** What came of it. */
  sealed interface RegisterPolicyResult {

    /** It is registered now. */
    record Registered(TierPolicy policy) implements RegisterPolicyResult {}

    /** It had been registered before, with the same content; nothing was done. */
    record AlreadyRegistered(TierPolicy policy) implements RegisterPolicyResult {}

    /**
     * It does not fit what is registered or decided; nothing was done.
     *
     * @param reason one sentence that names file, line and key and says what to do
     */
    record Refused(String reason) implements RegisterPolicyResult {}
  }
}
