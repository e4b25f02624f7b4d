package dev.touchstone.application.tier.service;

import dev.touchstone.domain.tier.PolicyVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version is meant by a number and perhaps a name. */
sealed interface PolicySelection {

  /** This one. */
  record One(PolicyVersion version) implements PolicySelection {}

  /**
   * None, or more than one.
   *
   * @param reason one sentence
   */
  record Unclear(String reason) implements PolicySelection {}

  /**
   * Selects among versions.
   *
   * @param name null where the number alone is given
   */
  static PolicySelection among(List<PolicyVersion> known, int version, @Nullable String name) {
    List<PolicyVersion> meant =
        known.stream()
            .filter(v -> v.version() == version && (name == null || v.policy().equals(name)))
            .toList();
    if (meant.size() == 1) {
      return new One(meant.get(0));
    }
    if (meant.isEmpty()) {
      return new Unclear(
          "There is no "
              + (name == null ? "policy" : name)
              + " version "
              + version
              + (known.isEmpty()
                  ? "; none is registered yet."
                  : "; there are " + list(known) + "."));
    }
    return new Unclear(
        "More than one policy has that number: " + list(meant) + ". Give the name as well.");
  }

  private static String list(List<PolicyVersion> versions) {
    return versions.stream().map(PolicyVersion::toString).collect(Collectors.joining(", "));
  }
}
