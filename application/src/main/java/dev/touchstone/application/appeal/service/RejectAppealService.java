package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.RejectAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.domain.appeal.AppealState;
import java.time.Clock;

/** Rejects an appeal that nobody has ruled on. */
public final class RejectAppealService implements RejectAppealUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final Appeals appeals;
  private final Clock clock;

  /** Rejects appeals among these. */
  public RejectAppealService(
      UnitOfWork unitOfWork, AuditLog auditLog, Appeals appeals, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.appeals = appeals;
    this.clock = clock;
  }

  @Override
  public AppealResult reject(RejectAppealCommand command) {
    return unitOfWork.run(
        () ->
            OpenAppeal.act(
                appeals, command.appeal(), null, command.version(), kept -> reject(command, kept)));
  }

  private AppealResult reject(RejectAppealCommand command, KeptAppeal kept) {
    auditLog.append(
        command.actor(),
        "REJECT_APPEAL",
        "appeal/" + command.appeal(),
        AppealWords.of(kept.appeal()) + ": " + command.reason());
    return new AppealResult.Done(
        appeals.replace(
            kept,
            kept.appeal()
                .closed(
                    new AppealState.Rejected(
                        clock.instant(), command.actor().name(), command.reason()))));
  }
}
