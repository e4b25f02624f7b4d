package dev.touchstone.persistence.tier;

import dev.touchstone.domain.tier.Tier;
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
    List<Version> read = new ArrayList<>();
    files.forEach(file -> read.add(new Version(file, PolicyYaml.read(file))));
    read.sort(Comparator.comparing(version -> version.policy().effectiveFrom()));
    for (int i = 1; i < read.size(); i++) {
      read.get(i).checkAgainst(read.get(i - 1).policy());
    }
    this.versions = read.stream().map(Version::policy).toList();
  }

  /** A policy and the file it comes from. */
  private record Version(YamlValue file, TierPolicy policy) {

    /** What holds between a version and the one in force before it (domain.md, The tiers). */
    void checkAgainst(TierPolicy earlier) {
      if (earlier.effectiveFrom().equals(policy.effectiveFrom())) {
        throw file.mapping()
            .get("effectiveFrom")
            .error("is " + policy.effectiveFrom() + ", as in " + earlier.version());
      }
      List<Tier> kept = new ArrayList<>(policy.ladder().tiers());
      kept.retainAll(earlier.ladder().tiers());
      if (!kept.equals(earlier.ladder().tiers())) {
        throw file.mapping()
            .get("tiers")
            .error(
                "must keep the tiers of "
                    + earlier.version()
                    + " and their order, "
                    + earlier.ladder().tiers()
                    + ", and may only add some");
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
