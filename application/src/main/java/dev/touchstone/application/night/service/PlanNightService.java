package dev.touchstone.application.night.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.tier.PolicyGap;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Plans a night. Nights only go forward: evidence and decisions of a later date rest on what was
 * known before it, so a night for an earlier date would change a past that was published.
 *
 * <p>A night is planned in the policy registry's turn: the policy it is opened under is the one in
 * force on its date, and stays so.
 */
public final class PlanNightService implements PlanNightUseCase {

  private final Nights nights;
  private final TierPolicies policies;
  private final PolicyRegistry registry;
  private final PolicyFiles policyFiles;
  private final Recalculations recalculations;
  private final AuditLog auditLog;
  private final Clock clock;

  /**
   * @param nights the record of nights
   * @param policies the policies in force
   * @param registry where they are registered
   * @param policyFiles has the policy that is registered with the first night where none was before
   * @param recalculations knows whom an attempt before has chosen
   * @param auditLog is told whose wish a night was
   * @param clock says when a policy is registered and a night is confirmed
   */
  public PlanNightService(
      Nights nights,
      TierPolicies policies,
      PolicyRegistry registry,
      PolicyFiles policyFiles,
      Recalculations recalculations,
      AuditLog auditLog,
      Clock clock) {
    this.nights = nights;
    this.policies = policies;
    this.registry = registry;
    this.policyFiles = policyFiles;
    this.recalculations = recalculations;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  public PlanNightResult plan(PlanNightCommand command) {
    return registry.inTurn(
        () -> {
          PlanNightResult plan = findPlan(command);
          if (plan instanceof PlanNightResult.Start start) {
            log(command, "START_NIGHT", start.night());
            noteWishes(command, start.night());
          } else if (plan instanceof PlanNightResult.Resume resume) {
            nights.forgetOutcome(resume.night().id());
            log(command, "RESUME_NIGHT", resume.night());
            noteWishes(command, resume.night());
          }
          return plan;
        });
  }

  private void log(PlanNightCommand command, String action, Night night) {
    NightId id = night.id();
    auditLog.append(
        command.actor(),
        action,
        "night/" + id.businessDate() + "/" + id.run(),
        "Under policy " + night.policy());
  }

  private void noteWishes(PlanNightCommand command, Night night) {
    if (command.full()) {
      nights.wantFull(night.id());
    }
    if (command.confirm()) {
      nights.confirm(night.id(), clock.instant());
      log(command, "CONFIRM_NIGHT", night);
    }
  }

  private PlanNightResult findPlan(PlanNightCommand command) {
    LocalDate date = command.businessDate();
    Optional<TierPolicy> policy = policies.findInForceOn(date);
    if (policy.isEmpty()) {
      return new PlanNightResult.NoPolicy(PolicyGap.on(date, policies));
    }
    Optional<Night> onDate = nights.findLatestOn(date);
    if (onDate.isPresent() && onDate.get().isComplete() && !command.again()) {
      return new PlanNightResult.AlreadyComplete(onDate.get());
    }
    Optional<Night> later = nights.findLatest().filter(night -> isLater(night, date));
    if (later.isPresent()) {
      return new PlanNightResult.Refused(tooLate(date, later.get()));
    }
    if (onDate.isEmpty()) {
      return start(new NightId(date, 1), policy.get());
    }
    Night night = onDate.get();
    return night.isComplete()
        ? start(new NightId(date, night.id().run() + 1), policy.get())
        : resume(command, night, policy.get());
  }

  private static String tooLate(LocalDate date, Night later) {
    return later.isComplete()
        ? "The night of %s is complete, and nights only go forward: the night of %s can no longer be run. Put its files into the inbox of the next night."
            .formatted(later.id().businessDate(), date)
        : "The night of %s has begun and is not complete, and nights only go forward: the night of %s can no longer be run. Finish the later one; it takes the files."
            .formatted(later.id().businessDate(), date);
  }

  private PlanNightResult start(NightId id, TierPolicy policy) {
    if (registry.list().isEmpty()) {
      registry.add(policyFiles.readDefault(), clock.instant());
    }
    Night night = new Night(id, policy.version(), null, null, null);
    nights.open(night, nights.readEvidenceClock());
    return new PlanNightResult.Start(night);
  }

  private PlanNightResult resume(PlanNightCommand command, Night night, TierPolicy policy) {
    if (!night.policy().equals(policy.version())) {
      return new PlanNightResult.Refused(
          "The night of "
              + night.id()
              + " was begun under policy "
              + night.policy()
              + " and cannot be finished under "
              + policy.version()
              + ". Give it the policy it was begun under.");
    }
    if (command.full() && hasChosenSome(night.id())) {
      return new PlanNightResult.Refused(
          ("The night of %s has chosen already whom it decides, and these are not all partners."
                  + " Finish it first, and then run it again in full (--again --full).")
              .formatted(night.id()));
    }
    return new PlanNightResult.Resume(night);
  }

  private boolean hasChosenSome(NightId night) {
    return recalculations.findRules(night).isPresent()
        && recalculations.getScope(night) instanceof RecalculationScope.Changed;
  }

  private static boolean isLater(Night night, LocalDate date) {
    return night.id().businessDate().isAfter(date);
  }
}
