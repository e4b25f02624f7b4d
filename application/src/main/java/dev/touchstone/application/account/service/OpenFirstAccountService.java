package dev.touchstone.application.account.service;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.OpenFirstAccountUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;

/** Adds a program manager's account where there is no account at all. */
public final class OpenFirstAccountService implements OpenFirstAccountUseCase {

  private final Accounts accounts;
  private final Passwords passwords;
  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final Clock clock;

  /** Takes its collaborators. */
  public OpenFirstAccountService(
      Accounts accounts,
      Passwords passwords,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  public Optional<String> open(Actor actor) {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    String password = passwords.generate();
    Account first =
        new Account(
            new AccountName(NAME),
            Role.PROGRAM,
            null,
            null,
            passwords.hash(password),
            OneTime.UNUSED,
            false,
            clock.instant(),
            1);
    return unitOfWork.run(
        () -> {
          if (!accounts.add(first)) {
            return Optional.<String>empty();
          }
          auditLog.append(actor, "ADD_ACCOUNT", "account/" + NAME, "PROGRAM, the first account");
          return Optional.of(password);
        });
  }
}
