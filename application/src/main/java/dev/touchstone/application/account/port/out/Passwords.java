package dev.touchstone.application.account.port.out;

/** Makes and checks passwords. */
public interface Passwords {

  /** A new password that nobody can guess. */
  String generate();

  /** The hash to keep of a password, with a salt of its own. */
  String hash(String password);

  /** Whether a hash is that of a password. */
  boolean matches(String password, String hash);
}
