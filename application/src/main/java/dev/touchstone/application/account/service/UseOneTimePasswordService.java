package dev.touchstone.application.account.service;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;

/** Uses a password up that serves once, and records it: whoever finds it used can look who did. */
public final class UseOneTimePasswordService implements UseOneTimePasswordUseCase {

  private final Accounts accounts;
  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;

  /** Takes its collaborators. */
  public UseOneTimePasswordService(Accounts accounts, UnitOfWork unitOfWork, AuditLog auditLog) {
    this.accounts = accounts;
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
  }

  @Override
  public boolean use(UseOneTimePasswordCommand command) {
    return unitOfWork.run(
        () -> {
          boolean used = accounts.useOneTimePassword(command.name());
          if (used) {
            String name = command.name().value();
            auditLog.append(
                new Actor(name, "PASSWORD", command.address()),
                "USE_ONE_TIME_PASSWORD",
                "account/" + name,
                command.purpose() == Purpose.TOKEN ? "for a token" : "on the sign-in page");
          }
          return used;
        });
  }
}
