package dev.touchstone.application.tier.port.in;

import dev.touchstone.domain.tier.TierPolicy;
import org.jspecify.annotations.Nullable;

/** Shows a policy version as it was registered. */
public interface ShowPolicyUseCase {

  /** Finds it, retired or not. */
  ShowPolicyResult show(ShowPolicyQuery query);

  /**
   * Which version.
   *
   * @param version its number
   * @param name the policy's name; null where the number alone says which
   */
  record ShowPolicyQuery(int version, @Nullable String name) {}

  /** What was found. */
  sealed interface ShowPolicyResult {

    /**
     * The version.
     *
     * @param policy what it says
     * @param text its YAML, as registered
     */
    record Shown(TierPolicy policy, String text) implements ShowPolicyResult {}

    /**
     * No version, or more than one.
     *
     * @param reason one sentence
     */
    record NotFound(String reason) implements ShowPolicyResult {}
  }
}
