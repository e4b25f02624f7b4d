package dev.touchstone.application.account.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import org.jspecify.annotations.Nullable;

/** Adds accounts. */
public interface AddAccountUseCase {

  /** Adds an account with a password made for it, which is told once and never kept. */
  AddAccountResult add(AddAccountCommand command);

  /**
   * The account that is wanted.
   *
   * @param actor who adds it
   * @param name its name, and client id
   * @param role what its owner may do
   * @param partnerId the partner it is bound to; for PARTNER only
   * @param vendor the survey vendor it is bound to; for VENDOR only
   */
  record AddAccountCommand(
      Actor actor, String name, Role role, @Nullable String partnerId, @Nullable String vendor) {}

  /** How it went. */
  sealed interface AddAccountResult {

    /**
     * The account was added.
     *
     * @param password its password
     */
    record Added(Account account, String password) implements AddAccountResult {

      /** Leaves the password out. */
      @Override
      public String toString() {
        return "Added[" + account.name() + "]";
      }
    }

    /** There is one of that name. */
    record Known(String reason) implements AddAccountResult {}

    /**
     * Such an account cannot be.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements AddAccountResult {}
  }
}
