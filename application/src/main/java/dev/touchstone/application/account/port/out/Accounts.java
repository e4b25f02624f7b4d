package dev.touchstone.application.account.port.out;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.AccountName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts. */
public interface Accounts {

  /** The account of a name, if there is one. */
  Optional<Account> find(AccountName name);

  /**
   * Accounts in order of their names.
   *
   * @param after the name after which to begin; null for the beginning
   * @param limit how many at most
   */
  List<Account> list(@Nullable String after, int limit);

  /** Whether there is none at all. */
  boolean isEmpty();

  /**
   * Adds an account.
   *
   * @return false if there is one of that name; then nothing is added
   */
  boolean add(Account account);

  /**
   * Puts an account in the place of its version before, {@code account.version() - 1}.
   *
   * @return false if that is not the present version; then nothing is changed
   */
  boolean replace(Account account);

  /**
   * Uses up the one-time password of an account.
   *
   * @return false if it was used before or is no such password; of several at once one succeeds
   */
  boolean useOneTimePassword(AccountName name);
}
