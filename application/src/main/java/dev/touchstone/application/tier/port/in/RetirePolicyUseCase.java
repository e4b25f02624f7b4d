package dev.touchstone.application.tier.port.in;

import dev.touchstone.domain.tier.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Takes back a policy version that is not in force yet. */
public interface RetirePolicyUseCase {

  /** Retires it. */
  RetirePolicyResult retire(RetirePolicyCommand command);

  /**
   * A wish to take back a version.
   *
   * @param version its number
   * @param name the policy's name; null where the number alone says which
   */
  record RetirePolicyCommand(int version, @Nullable String name) {}

  /** What came of it. */
  sealed interface RetirePolicyResult {

    /** It is retired now. */
    record Retired(PolicyVersion version) implements RetirePolicyResult {}

    /**
     * It cannot be retired; nothing was done.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements RetirePolicyResult {}
  }
}
