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
    List<TierPolicy> read = new ArrayList<>();
    for (YamlValue file : files) {
      TierPolicy policy = PolicyYaml.read(file);
      for (TierPolicy other : read) {
        if (other.effectiveFrom().equals(policy.effectiveFrom())) {
          throw file.error(
              "takes effect on " + policy.effectiveFrom() + ", as " + other.version() + " does");
        }
      }
      read.add(policy);
    }
    read.sort(Comparator.comparing(TierPolicy::effectiveFrom));
    this.versions = List.copyOf(read);
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
