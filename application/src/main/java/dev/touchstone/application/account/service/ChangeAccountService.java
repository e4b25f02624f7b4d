package dev.touchstone.application.account.service;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;

/** Changes an account, with an entry in the audit log. */
public final class ChangeAccountService implements ChangeAccountUseCase {

  /** Of a chosen password; one made for an account is longer. */
  private static final int SHORTEST = 12;

  private static final int LONGEST = 200;

  private final Accounts accounts;
  private final Passwords passwords;
  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;

  /** Takes its collaborators. */
  public ChangeAccountService(
      Accounts accounts, Passwords passwords, UnitOfWork unitOfWork, AuditLog auditLog) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
  }

  @Override
  public ChangeAccountResult change(ChangeAccountCommand command) {
    if (!AccountName.isValid(command.name())) {
      return new ChangeAccountResult.Unknown();
    }
    AccountName name = new AccountName(command.name());
    return unitOfWork.run(
        () ->
            accounts
                .find(name)
                .map(account -> change(account, command))
                .orElseGet(ChangeAccountResult.Unknown::new));
  }

  private ChangeAccountResult change(Account account, ChangeAccountCommand command) {
    if (command instanceof ChangeAccountCommand.ChoosePassword choice) {
      return choose(account, choice);
    }
    if (command instanceof ChangeAccountCommand.ResetPassword reset) {
      String password = passwords.generate();
      Account changed = withPassword(account, reset.version(), password);
      return replace(
          changed, command, "RESET_PASSWORD", new ChangeAccountResult.Reset(changed, password));
    }
    ChangeAccountCommand.SetDisabled set = (ChangeAccountCommand.SetDisabled) command;
    Account changed =
        new Account(
            account.name(),
            account.role(),
            account.partnerId(),
            account.vendor(),
            account.passwordHash(),
            account.oneTime(),
            set.disabled(),
            account.createdAt(),
            set.version() + 1);
    return replace(
        changed,
        command,
        set.disabled() ? "DISABLE_ACCOUNT" : "ENABLE_ACCOUNT",
        new ChangeAccountResult.Changed(changed));
  }

  private ChangeAccountResult choose(Account account, ChangeAccountCommand.ChoosePassword choice) {
    int length = choice.password().codePointCount(0, choice.password().length());
    if (length < SHORTEST || length > LONGEST) {
      return new ChangeAccountResult.Refused(Refusal.LENGTH);
    }
    if (choice.password().contains(account.name().value())) {
      return new ChangeAccountResult.Refused(Refusal.CONTAINS_NAME);
    }
    if (account.disabled()) {
      return new ChangeAccountResult.Refused(Refusal.DISABLED);
    }
    if (!passwords.matches(choice.present(), account.passwordHash())) {
      return new ChangeAccountResult.Refused(Refusal.WRONG_PRESENT);
    }
    if (choice.password().equals(choice.present())) {
      return new ChangeAccountResult.Refused(Refusal.UNCHANGED);
    }
    Account changed = withPassword(account, account.version(), choice.password());
    return replace(changed, choice, "CHOOSE_PASSWORD", new ChangeAccountResult.Changed(changed));
  }

  private Account withPassword(Account account, long version, String password) {
    return new Account(
        account.name(),
        account.role(),
        account.partnerId(),
        account.vendor(),
        passwords.hash(password),
        OneTime.NO,
        account.disabled(),
        account.createdAt(),
        version + 1);
  }

  private ChangeAccountResult replace(
      Account changed, ChangeAccountCommand command, String action, ChangeAccountResult result) {
    if (!accounts.replace(changed)) {
      return new ChangeAccountResult.Stale();
    }
    auditLog.append(command.actor(), action, "account/" + command.name(), "");
    return result;
  }
}
