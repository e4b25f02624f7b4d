package dev.touchstone.application.account.port.in;

import dev.touchstone.application.account.AccountName;

/** Uses up passwords that serve once. */
public interface UseOneTimePasswordUseCase {

  /**
   * Uses the one-time password of an account up, with an entry in the audit log.
   *
   * @return false if it was used before or is no such password; of several at once one succeeds
   */
  boolean use(UseOneTimePasswordCommand command);

  /**
   * Whose password it is, and what it serves for.
   *
   * @param name the account
   * @param address the network address that it comes from
   * @param purpose what it serves for
   */
  record UseOneTimePasswordCommand(AccountName name, String address, Purpose purpose) {}

  /** What such a password serves for. */
  enum Purpose {
    /** One token. */
    TOKEN,
    /** One visit of the sign-in page. */
    PAGE
  }
}
