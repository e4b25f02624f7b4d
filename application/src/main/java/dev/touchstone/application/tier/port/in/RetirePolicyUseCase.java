package dev.touchstone.application.tier.port.in;

import dev.touchstone.application.access.Actor;
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
   * @param revision the revision of its record to which the wish is made; null to retire whatever
   *     there is
   * @param actor who wishes it
   */
  record RetirePolicyCommand(
      int version, @Nullable String name, @Nullable Long revision, Actor actor) {}

  /** What came of it. */
  sealed interface RetirePolicyResult {

    /** It is retired now. */
    record Retired(PolicyVersion version) implements RetirePolicyResult {}

    /** It is at another revision than the wish is made to; nothing was done. */
    record Stale() implements RetirePolicyResult {}

    /**
     * It cannot be retired; nothing was done.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements RetirePolicyResult {}
  }
}
