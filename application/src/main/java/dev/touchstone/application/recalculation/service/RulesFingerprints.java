package dev.touchstone.application.recalculation.service;

import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Fingerprints of the program's rules: of their revision, the catalog, and all policy versions in
 * force up to a date. They are taken of the words of records, which say every value.
 */
public final class RulesFingerprints implements Function<LocalDate, RulesFingerprint> {

  private final Catalogs catalogs;
  private final TierPolicies policies;

  /** Fingerprints of these. */
  public RulesFingerprints(Catalogs catalogs, TierPolicies policies) {
    this.catalogs = catalogs;
    this.policies = policies;
  }

  @Override
  public RulesFingerprint apply(LocalDate date) {
    Catalog catalog = catalogs.getCatalog();
    StringBuilder words = new StringBuilder();
    words.append("revision ").append(StandingRules.REVISION).append('\n');
    words.append(catalog.name()).append(' ').append(catalog.version()).append('\n');
    for (Specialization one : catalog.listSpecializations()) {
      // A set has another order in each process.
      words.append(one.code()).append(' ').append(one.kind()).append(' ');
      words.append(one.accepts().stream().sorted().toList()).append('\n');
    }
    for (TierPolicy version : policies.listVersions()) {
      if (!version.effectiveFrom().isAfter(date)) {
        words.append(version).append('\n');
      }
    }
    return new RulesFingerprint(HexFormat.of().formatHex(sha256(words.toString())));
  }

  private static byte[] sha256(String words) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
