package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.port.in.CheckIntegrityUseCase;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.List;

/** Checks by the policy in force on the night's date. */
public final class CheckIntegrityService implements CheckIntegrityUseCase {

  private final TierPolicies policies;
  private final IntegrityEvidence evidence;
  private final IntegrityFindings findings;

  /** Checks by these. */
  public CheckIntegrityService(
      TierPolicies policies, IntegrityEvidence evidence, IntegrityFindings findings) {
    this.policies = policies;
    this.evidence = evidence;
    this.findings = findings;
  }

  @Override
  public int check(NightId night) {
    LocalDate date = night.businessDate();
    TierPolicy policy =
        policies
            .findInForceOn(date)
            .orElseThrow(() -> new IllegalStateException("No policy is in force on " + date));
    List<IntegrityFinding> found = new IntegritySearch(night, policy, evidence).run();
    findings.record(night, found);
    return found.size();
  }
}
