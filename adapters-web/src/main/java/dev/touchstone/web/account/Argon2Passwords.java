package dev.touchstone.web.account;

import dev.touchstone.application.account.port.out.Passwords;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords of 125 random bits, hashed with Argon2id. */
public final class Argon2Passwords implements Passwords {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 25;

  /** Each computation takes 16 MiB and a core. */
  private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors());

  private final SecureRandom random = new SecureRandom();
  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  @Override
  public String generate() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  @Override
  public String hash(String password) {
    return inTurn(() -> String.valueOf(argon2.encode(password)));
  }

  @Override
  public boolean matches(String password, String hash) {
    return inTurn(() -> argon2.matches(password, hash));
  }

  private <T> T inTurn(Supplier<T> computation) {
    atOnce.acquireUninterruptibly();
    try {
      return computation.get();
    } finally {
      atOnce.release();
    }
  }
}
