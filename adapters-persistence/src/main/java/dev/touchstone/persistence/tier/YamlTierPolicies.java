package dev.touchstone.persistence.tier;

import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.persistence.program.YamlFile;
import dev.touchstone.persistence.program.YamlValue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The program's policies from YAML files, one version a file. */
public final class YamlTierPolicies implements TierPolicies {

  private static final String DEFAULT = "/dev/touchstone/defaults/policy-2010.yaml";

  private final List<TierPolicy> versions;

  private YamlTierPolicies(List<YamlValue> files) {
    List<PolicyOfFile> read = new ArrayList<>();
    for (YamlValue file : files) {
      read.add(new PolicyOfFile(file, PolicyYaml.read(file)));
    }
    // Stable: of two that take effect on one day, the one given later is the one at fault.
    read.sort(Comparator.comparing(of -> of.policy().effectiveFrom()));
    for (int i = 1; i < read.size(); i++) {
      read.get(i).requireSuccessorOf(read.get(i - 1).policy());
    }
    this.versions = read.stream().map(PolicyOfFile::policy).toList();
  }

  private record PolicyOfFile(YamlValue file, TierPolicy policy) {

    void requireSuccessorOf(TierPolicy earlier) {
      require("effectiveFrom", () -> policy.requireLaterThan(earlier));
      require("version", () -> policy.requireOtherVersionThan(earlier));
      require("tiers", () -> policy.requireRungsOf(earlier));
    }

    private void require(String key, Runnable rule) {
      try {
        rule.run();
      } catch (IllegalArgumentException e) {
        throw file.mapping().get(key).error(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The policies of files. */
  public static YamlTierPolicies of(List<Path> files) {
    return new YamlTierPolicies(files.stream().map(YamlFile::read).toList());
  }

  /** The policy that ships with the product. */
  public static YamlTierPolicies ofDefault() {
    return new YamlTierPolicies(List.of(YamlFile.readShipped(DEFAULT)));
  }

  @Override
  public Optional<TierPolicy> findInForceOn(LocalDate day) {
    return versions.stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(day))
        .max(Comparator.comparing(TierPolicy::effectiveFrom));
  }

  @Override
  public List<TierPolicy> listVersions() {
    return versions;
  }
}
