package dev.touchstone.application.tier.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.tier.LatestNight;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Retires policies that no night has reached. The others still follow one another: each keeps the
 * rungs of the one before it, and so of every earlier one.
 */
public final class RetirePolicyService implements RetirePolicyUseCase {

  private final PolicyRegistry registry;
  private final AuditLog auditLog;
  private final Clock clock;

  /** Takes the registry, the log, and the clock that says when a version is retired. */
  public RetirePolicyService(PolicyRegistry registry, AuditLog auditLog, Clock clock) {
    this.registry = registry;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  public RetirePolicyResult retire(RetirePolicyCommand command) {
    return registry.inTurn(() -> retireInTurn(command));
  }

  private RetirePolicyResult retireInTurn(RetirePolicyCommand command) {
    List<RegisteredPolicy> registered = registry.list();
    PolicySelection selection =
        PolicySelection.among(
            registered.stream().map(known -> known.policy().version()).toList(),
            command.version(),
            command.name());
    if (selection instanceof PolicySelection.Unclear unclear) {
      return new RetirePolicyResult.Refused(unclear.reason());
    }
    PolicyVersion version = ((PolicySelection.One) selection).version();
    RegisteredPolicy policy =
        registered.stream()
            .filter(known -> known.policy().version().equals(version))
            .findFirst()
            .orElseThrow();
    if (command.revision() != null && command.revision() != policy.revision()) {
      return new RetirePolicyResult.Stale();
    }
    if (policy.isRetired()) {
      return new RetirePolicyResult.Refused(version + " is retired already.");
    }
    Optional<LatestNight> night = registry.findLatestNight();
    if (night.isPresent() && night.get().hasReached(policy.policy().effectiveFrom())) {
      return new RetirePolicyResult.Refused(
          "%s took effect on %s, and nights up to %s have been decided: only a version that is still to come can be retired."
              .formatted(version, policy.policy().effectiveFrom(), night.get().businessDate()));
    }
    registry.retire(version, clock.instant());
    auditLog.append(
        command.actor(),
        "RETIRE_POLICY",
        PolicySubject.of(version),
        "Would have taken effect on " + policy.policy().effectiveFrom());
    return new RetirePolicyResult.Retired(version);
  }
}
