package dev.touchstone.application.tier.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.program.ProgramFilePlace;
import dev.touchstone.application.tier.LatestNight;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Registers policies. What nights have decided stays: a number keeps its content for ever, and a
 * new version takes effect after the latest night. It must fit between the versions before and
 * after it (domain.md, The tiers).
 */
public final class RegisterPolicyService implements RegisterPolicyUseCase {

  private static final String VERSION = "version";
  private static final String EFFECTIVE_FROM = "effectiveFrom";
  private static final String TIERS = "tiers";

  private final PolicyRegistry registry;
  private final AuditLog auditLog;
  private final Clock clock;

  /** Takes the registry, the log, and the clock that says when a version is registered. */
  public RegisterPolicyService(PolicyRegistry registry, AuditLog auditLog, Clock clock) {
    this.registry = registry;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  public RegisterPolicyResult register(RegisterPolicyCommand command) {
    return registry.inTurn(() -> registerInTurn(command));
  }

  private RegisterPolicyResult registerInTurn(RegisterPolicyCommand command) {
    PolicyFile file = command.file();
    TierPolicy policy = file.policy();
    List<RegisteredPolicy> registered = registry.list();
    for (RegisteredPolicy known : registered) {
      if (known.policy().version().equals(policy.version())) {
        return again(file, known);
      }
    }
    Optional<LatestNight> night = registry.findLatestNight();
    if (night.isPresent()
        && night.get().hasReached(policy.effectiveFrom())
        && !isOfUnregistered(night.get(), policy, registered)) {
      return refused(
          file,
          EFFECTIVE_FROM,
          "%s would take effect on %s, but the night of %s has been decided; give a later day"
              .formatted(policy.version(), policy.effectiveFrom(), night.get().businessDate()));
    }
    Optional<RegisterPolicyResult> misfit =
        findMisfit(
            file,
            registered.stream().filter(p -> !p.isRetired()).map(RegisteredPolicy::policy).toList());
    if (misfit.isPresent()) {
      return misfit.get();
    }
    if (command.validateOnly()) {
      return new RegisterPolicyResult.Fits(policy);
    }
    registry.add(file, clock.instant());
    auditLog.append(
        command.actor(),
        "REGISTER_POLICY",
        PolicySubject.of(policy.version()),
        "Takes effect on " + policy.effectiveFrom());
    return new RegisterPolicyResult.Registered(policy);
  }

  private static RegisterPolicyResult again(PolicyFile file, RegisteredPolicy known) {
    if (known.isRetired()) {
      return refused(
          file,
          VERSION,
          known.policy().version()
              + " was retired, and a number is never used again; give it another number");
    }
    if (!known.policy().equals(file.policy())) {
      return refused(
          file,
          VERSION,
          known.policy().version()
              + " is registered with other content, and a version once registered cannot be"
              + " changed; give it another number");
    }
    return new RegisterPolicyResult.AlreadyRegistered(known.policy());
  }

  /** Nights from before there was a registry were run under the policy that is given to it now. */
  private static boolean isOfUnregistered(
      LatestNight night, TierPolicy policy, List<RegisteredPolicy> registered) {
    return registered.isEmpty() && night.policy().equals(policy.version());
  }

  /** Rungs kept from each version to the next are kept throughout, so the neighbors tell. */
  private static Optional<RegisterPolicyResult> findMisfit(
      PolicyFile file, List<TierPolicy> versions) {
    TierPolicy policy = file.policy();
    Optional<TierPolicy> before =
        versions.stream()
            .filter(v -> !v.effectiveFrom().isAfter(policy.effectiveFrom()))
            .reduce((earlier, later) -> later);
    Optional<TierPolicy> after =
        versions.stream()
            .filter(v -> v.effectiveFrom().isAfter(policy.effectiveFrom()))
            .findFirst();
    return before
        .flatMap(v -> findBreach(file, EFFECTIVE_FROM, () -> policy.requireLaterThan(v)))
        .or(() -> before.flatMap(v -> findBreach(file, TIERS, () -> policy.requireRungsOf(v))))
        .or(() -> after.flatMap(v -> findBreach(file, TIERS, () -> v.requireRungsOf(policy))));
  }

  private static Optional<RegisterPolicyResult> findBreach(
      PolicyFile file, String key, Runnable rule) {
    try {
      rule.run();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(refused(file, key, String.valueOf(e.getMessage())));
    }
  }

  private static RegisterPolicyResult refused(PolicyFile file, String key, String problem) {
    ProgramFilePlace place = file.placeOf(key);
    return new RegisterPolicyResult.Refused(place, place.sentence(problem));
  }
}
