package dev.touchstone.application.tier;

import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;

import dev.touchstone.domain.fixture.PolicyBuilder;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policy files whose text says what the policy is. */
public final class PolicyFileFixture {

  private PolicyFileFixture() {}

  /** A policy of rungs that demand nothing, with the keys on the lines 1 to 4. */
  public static PolicyFile file(int version, String effectiveFrom, String... rungs) {
    PolicyBuilder builder = aPolicy().version(version).effective(LocalDate.parse(effectiveFrom));
    List<String> lines =
        new ArrayList<>(
            List.of(
                "policy: partner-network",
                "version: " + version,
                "effectiveFrom: " + effectiveFrom,
                "tiers:"));
    for (String rung : rungs) {
      builder.tier(rung);
      lines.add("  " + rung + ": []");
    }
    return of(builder.build(), String.join("\n", lines) + "\n");
  }

  /** A file of a policy that is not parsed again. */
  public static PolicyFile of(TierPolicy policy, String text) {
    return new PolicyFile(
        "v" + policy.version().version() + ".yaml",
        text,
        policy,
        Map.of("policy", 1, "version", 2, "effectiveFrom", 3, "tiers", 5));
  }
}
