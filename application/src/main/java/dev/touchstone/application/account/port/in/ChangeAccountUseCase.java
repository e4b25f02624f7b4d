package dev.touchstone.application.account.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.account.Account;

/** Changes accounts: their passwords, and whether they are disabled. */
public interface ChangeAccountUseCase {

  /** What is to be changed. */
  sealed interface ChangeAccountCommand {

    /** Who changes it. */
    Actor actor();

    /** The account's name. */
    String name();

    /**
     * The owner chooses a password; the old one, a one-time one too, is void.
     *
     * @param present the old one: who merely found a session or a token cannot take the account
     *     over, and who signed in before the program gave a new password cannot undo that
     * @param password the new one
     */
    record ChoosePassword(Actor actor, String name, String present, String password)
        implements ChangeAccountCommand {

      /** Leaves the password out. */
      @Override
      public String toString() {
        return "ChoosePassword[" + name + "]";
      }
    }

    /**
     * The program gives a new password, made for the account.
     *
     * @param version the version that the change is made to
     */
    record ResetPassword(Actor actor, String name, long version) implements ChangeAccountCommand {}

    /**
     * Nobody can sign in any more, or again.
     *
     * @param version the version that the change is made to
     */
    record SetDisabled(Actor actor, String name, boolean disabled, long version)
        implements ChangeAccountCommand {}
  }

  /** Makes the change. */
  ChangeAccountResult change(ChangeAccountCommand command);

  /** How it went. */
  sealed interface ChangeAccountResult {

    /** The account as it is now. */
    record Changed(Account account) implements ChangeAccountResult {}

    /**
     * The account has a new password, told once and never kept.
     *
     * @param password the password
     */
    record Reset(Account account, String password) implements ChangeAccountResult {

      /** Leaves the password out. */
      @Override
      public String toString() {
        return "Reset[" + account.name() + "]";
      }
    }

    /** There is no such account. */
    record Unknown() implements ChangeAccountResult {}

    /** The account was changed since it was read. */
    record Stale() implements ChangeAccountResult {}

    /**
     * It cannot be changed like this.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements ChangeAccountResult {}
  }

  /** Why a password is not taken. */
  enum Refusal {
    /** It is too short to be safe, or too long. */
    LENGTH("A password has 12 to 200 characters; choose another one."),
    /** It contains the name of its account. */
    CONTAINS_NAME("A password does not contain the account's name; choose another one."),
    /** Nobody can sign in to the account. */
    DISABLED("The account is disabled; ask the program."),
    /** Who asks does not know the present one. */
    WRONG_PRESENT("The present password is another one; try again."),
    /** It is the present one. */
    UNCHANGED("This is the present password; choose another one.");

    private final String reason;

    Refusal(String reason) {
      this.reason = reason;
    }

    /** One sentence that says why, and what to do. */
    public String reason() {
      return reason;
    }
  }
}
