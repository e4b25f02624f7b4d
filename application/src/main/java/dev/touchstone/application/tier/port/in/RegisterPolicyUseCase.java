package dev.touchstone.application.tier.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.program.ProgramFilePlace;
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
   * @param validateOnly whether to say only what would come of it
   * @param actor who wishes it
   */
  record RegisterPolicyCommand(PolicyFile file, boolean validateOnly, Actor actor) {}

  /** What came of it. */
  sealed interface RegisterPolicyResult {

    /** It is registered now. */
    record Registered(TierPolicy policy) implements RegisterPolicyResult {}

    /** It fits, and could be registered; nothing was done, as was asked for. */
    record Fits(TierPolicy policy) implements RegisterPolicyResult {}

    /** It had been registered before, with the same content; nothing was done. */
    record AlreadyRegistered(TierPolicy policy) implements RegisterPolicyResult {}

    /**
     * It does not fit what is registered or decided; nothing was done.
     *
     * @param place where the file does not fit
     * @param reason one sentence that names file, line and key and says what to do
     */
    record Refused(ProgramFilePlace place, String reason) implements RegisterPolicyResult {}
  }
}
