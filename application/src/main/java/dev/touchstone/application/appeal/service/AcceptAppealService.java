package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.AcceptAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverCommand;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverResult;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Accepts an appeal that nobody has ruled on; waiver, new decision and ruling are one. */
public final class AcceptAppealService implements AcceptAppealUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final EvidenceClock evidenceClock;
  private final Appeals appeals;
  private final GrantWaiverUseCase grantWaiver;
  private final GetStandingRulesUseCase getStandingRules;
  private final Dossiers dossiers;
  private final Redecisions redecisions;

  /** Accepts appeals among these. */
  public AcceptAppealService(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock,
      Appeals appeals,
      GrantWaiverUseCase grantWaiver,
      GetStandingRulesUseCase getStandingRules,
      Dossiers dossiers,
      Redecisions redecisions) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.evidenceClock = evidenceClock;
    this.appeals = appeals;
    this.grantWaiver = grantWaiver;
    this.getStandingRules = getStandingRules;
    this.dossiers = dossiers;
    this.redecisions = redecisions;
  }

  @Override
  public AppealResult accept(AcceptAppealCommand command) {
    return unitOfWork.run(
        () -> {
          // Nobody adds evidence until this is done, so what is known now stays what was known.
          evidenceClock.enter();
          return OpenAppeal.act(
              appeals, command.appeal(), null, command.version(), kept -> accept(command, kept));
        });
  }

  private AppealResult accept(AcceptAppealCommand command, KeptAppeal kept) {
    Appeal appeal = kept.appeal();
    WaiverId waiver = null;
    LocalDate waiveUntil = command.waiveUntil();
    if (waiveUntil != null) {
      LocalDate from = appeal.night().businessDate();
      if (!from.isBefore(waiveUntil)) {
        return new AppealResult.Refused(
            "A waiver from %s on must end after that day, not on %s.".formatted(from, waiveUntil));
      }
      GrantWaiverResult result = grantWaiver.grant(waiverFor(command, appeal, waiveUntil));
      if (result instanceof GrantWaiverResult.Refused refused) {
        return new AppealResult.Refused(refused.reason());
      }
      waiver = ((GrantWaiverResult.Granted) result).waiver().id();
    }
    // Later than the waiver, which has a moment of its own.
    Instant knownAt = evidenceClock.enter();
    DecidedStanding decided = decide(appeal, knownAt);
    long redecision = redecisions.append(appeal.night(), knownAt, decided);
    auditLog.append(
        command.actor(), "ACCEPT_APPEAL", "appeal/" + appeal.id(), detail(command, appeal, waiver));
    return new AppealResult.Done(
        appeals.replace(
            kept,
            appeal.closed(
                new AppealState.Accepted(
                    knownAt, command.actor().name(), command.reason(), redecision, waiver))));
  }

  private static GrantWaiverCommand waiverFor(
      AcceptAppealCommand command, Appeal appeal, LocalDate until) {
    return new GrantWaiverCommand(
        new WaiverTarget.OnePartner(appeal.partner()),
        appeal.criterion(),
        command.actor().name(),
        "Appeal %s: %s".formatted(appeal.id(), command.reason()),
        appeal.night().businessDate(),
        until,
        command.actor());
  }

  private DecidedStanding decide(Appeal appeal, Instant knownAt) {
    PartnerEvidence evidence =
        dossiers
            .find(appeal.partner(), knownAt)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Partner %s was decided and is not known".formatted(appeal.partner())));
    return getStandingRules.getRules(knownAt).decide(evidence, appeal.night().businessDate());
  }

  private static String detail(
      AcceptAppealCommand command, Appeal appeal, @Nullable WaiverId waiver) {
    return AppealWords.of(appeal)
        + (waiver == null ? "" : ", with waiver " + waiver)
        + ": "
        + command.reason();
  }
}
