package dev.touchstone.web.account;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who has signed in on the page, and to which version of the account. */
final class AccountUser extends User {

  private static final long serialVersionUID = 1L;

  private final Role role;
  private final long version;

  AccountUser(Account account) {
    super(
        account.name().value(),
        account.passwordHash(),
        account.canSignIn(),
        true,
        true,
        true,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
    this.role = account.role();
    this.version = account.version();
  }

  /** What the account may do. */
  Role role() {
    return role;
  }

  /** Whether the account is still what it was: with the same password, and not disabled. */
  boolean isUpToDate(Account account) {
    return version == account.version();
  }
}
