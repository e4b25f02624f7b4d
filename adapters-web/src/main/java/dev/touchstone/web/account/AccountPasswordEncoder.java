package dev.touchstone.web.account;

import dev.touchstone.application.account.port.out.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Has the framework check passwords, and secrets of clients, as accounts keep them. */
final class AccountPasswordEncoder implements PasswordEncoder {

  private final Passwords passwords;

  AccountPasswordEncoder(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return password == null ? null : passwords.hash(password.toString());
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return password != null && hash != null && passwords.matches(password.toString(), hash);
  }
}
