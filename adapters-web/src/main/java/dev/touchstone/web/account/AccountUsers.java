package dev.touchstone.web.account;

import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.out.Accounts;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The accounts as users of the sign-in page. */
final class AccountUsers implements UserDetailsService {

  private final Accounts accounts;

  AccountUsers(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    if (!AccountName.isValid(name)) {
      throw new UsernameNotFoundException("No account has such a name");
    }
    return accounts
        .find(new AccountName(name))
        .<UserDetails>map(AccountUser::new)
        .orElseThrow(() -> new UsernameNotFoundException("No account has this name"));
  }
}
