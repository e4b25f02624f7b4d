package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.WithdrawAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.domain.appeal.AppealState;
import java.time.Clock;

/** Withdraws an appeal that nobody has ruled on. */
public final class WithdrawAppealService implements WithdrawAppealUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final Appeals appeals;
  private final Clock clock;

  /** Withdraws appeals among these. */
  public WithdrawAppealService(
      UnitOfWork unitOfWork, AuditLog auditLog, Appeals appeals, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.appeals = appeals;
    this.clock = clock;
  }

  @Override
  public AppealResult withdraw(WithdrawAppealCommand command) {
    return unitOfWork.run(
        () ->
            OpenAppeal.act(
                appeals,
                command.appeal(),
                command.partner(),
                command.version(),
                kept -> withdraw(command, kept)));
  }

  private AppealResult withdraw(WithdrawAppealCommand command, KeptAppeal kept) {
    auditLog.append(
        command.actor(),
        "WITHDRAW_APPEAL",
        "appeal/" + command.appeal(),
        AppealWords.of(kept.appeal()));
    return new AppealResult.Done(
        appeals.replace(
            kept,
            kept.appeal()
                .closed(new AppealState.Withdrawn(clock.instant(), command.actor().name()))));
  }
}
