package dev.touchstone.application.standing.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Grants a waiver that a policy has a criterion for and that no other waiver makes needless. */
public final class GrantWaiverService implements GrantWaiverUseCase {

  private final Waivers waivers;
  private final TierPolicies policies;
  private final Dossiers dossiers;
  private final AuditLog auditLog;
  private final UnitOfWork unitOfWork;
  private final EvidenceClock evidenceClock;

  /** Grants by these; the clock of evidence says when a waiver becomes known. */
  public GrantWaiverService(
      Waivers waivers,
      TierPolicies policies,
      Dossiers dossiers,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock) {
    this.auditLog = auditLog;
    this.waivers = waivers;
    this.policies = policies;
    this.dossiers = dossiers;
    this.unitOfWork = unitOfWork;
    this.evidenceClock = evidenceClock;
  }

  @Override
  public GrantWaiverResult grant(GrantWaiverCommand command) {
    return unitOfWork.run(
        () -> {
          // First the evidence, then the waivers: the order in which all take these locks.
          Instant now = evidenceClock.enter();
          return waivers.exclusively(() -> grantAlone(command, now));
        });
  }

  private GrantWaiverResult grantAlone(GrantWaiverCommand command, Instant now) {
    Optional<String> objection = findObjection(command, now);
    if (objection.isPresent()) {
      return new GrantWaiverResult.Refused(objection.get());
    }
    Waiver waiver =
        new Waiver(
            waivers.nextId(),
            command.target(),
            command.criterion(),
            command.author(),
            command.reason(),
            command.from(),
            command.to(),
            null);
    waivers.record(waiver, now);
    auditLog.append(
        command.actor(),
        "GRANT_WAIVER",
        "waiver/" + waiver.id(),
        "%s for %s from %s up to %s: %s"
            .formatted(
                waiver.criterion(), waiver.target(), waiver.from(), waiver.to(), waiver.reason()));
    return new GrantWaiverResult.Granted(waiver);
  }

  private Optional<String> findObjection(GrantWaiverCommand command, Instant now) {
    if (command.target() instanceof WaiverTarget.OnePartner partner
        && findProfile(partner.id(), now).isEmpty()) {
      return Optional.of("No partner " + partner.id() + " is known. Ids are exact in case.");
    }
    if (!isDemanded(command.criterion(), command.from(), command.to())) {
      return Optional.of(
          "No policy in force from %s up to %s has the criterion %s."
              .formatted(command.from(), command.to(), command.criterion()));
    }
    return waivers.listKnownAt(now).stream()
        .filter(waiver -> waiver.criterion().equals(command.criterion()))
        .filter(
            waiver -> waiver.from().isBefore(command.to()) && command.from().isBefore(waiver.to()))
        .filter(waiver -> meet(waiver.target(), command.target(), now))
        .findFirst()
        .map(
            waiver ->
                "Waiver %s lets %s pass for %s already, from %s up to %s: end it first, or choose other days."
                    .formatted(
                        waiver.id(),
                        waiver.criterion(),
                        waiver.target(),
                        waiver.from(),
                        waiver.to()));
  }

  private boolean isDemanded(TierCriterion criterion, LocalDate from, LocalDate to) {
    List<TierPolicy> versions = policies.listVersions();
    for (int i = 0; i < versions.size(); i++) {
      LocalDate effectiveFrom = versions.get(i).effectiveFrom();
      boolean inForce =
          effectiveFrom.isBefore(to)
              && (i + 1 == versions.size() || versions.get(i + 1).effectiveFrom().isAfter(from));
      if (inForce && versions.get(i).demands(criterion)) {
        return true;
      }
    }
    return false;
  }

  /** Whether both are for one partner: certain of two cohorts only where they are the same. */
  private boolean meet(WaiverTarget one, WaiverTarget other, Instant now) {
    return one.equals(other) || isMember(one, other, now) || isMember(other, one, now);
  }

  private boolean isMember(WaiverTarget partner, WaiverTarget cohort, Instant now) {
    return partner instanceof WaiverTarget.OnePartner one
        && cohort instanceof WaiverTarget.Cohort
        && findProfile(one.id(), now).filter(cohort::includes).isPresent();
  }

  private Optional<Partner> findProfile(PartnerId partner, Instant now) {
    return dossiers.find(partner, now).map(evidence -> evidence.partner());
  }
}
