package dev.touchstone.application.account.service;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.AddAccountUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import java.time.Clock;

/** Adds an account and its entry in the audit log. */
public final class AddAccountService implements AddAccountUseCase {

  private final Accounts accounts;
  private final Passwords passwords;
  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final Clock clock;

  /** Takes its collaborators. */
  public AddAccountService(
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
  public AddAccountResult add(AddAccountCommand command) {
    String password = passwords.generate();
    Account account;
    try {
      account =
          new Account(
              new AccountName(command.name()),
              command.role(),
              command.partnerId(),
              command.vendor(),
              passwords.hash(password),
              OneTime.NO,
              false,
              clock.instant(),
              1);
    } catch (IllegalArgumentException refused) {
      return new AddAccountResult.Refused(String.valueOf(refused.getMessage()));
    }
    return unitOfWork.run(
        () -> {
          if (!accounts.add(account)) {
            return new AddAccountResult.Known(
                "There is an account named " + command.name() + "; choose another name.");
          }
          auditLog.append(
              command.actor(), "ADD_ACCOUNT", "account/" + command.name(), detailOf(account));
          return new AddAccountResult.Added(account, password);
        });
  }

  private static String detailOf(Account account) {
    if (account.partnerId() != null) {
      return account.role() + " for partner " + account.partnerId();
    }
    return account.vendor() == null
        ? account.role().name()
        : account.role() + " for survey vendor " + account.vendor();
  }
}
