package dev.touchstone.web.standing;

import dev.touchstone.domain.tier.PolicyVersion;
import io.swagger.v3.oas.annotations.media.Schema;

/** A policy version. */
public record PolicyResponse(
    @Schema(example = "partner-network") String name, @Schema(example = "1") int version) {

  /** By its name and number. */
  public static PolicyResponse of(PolicyVersion policy) {
    return new PolicyResponse(policy.policy(), policy.version());
  }
}
