package dev.touchstone.server;

import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.web.account.Argon2Passwords;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Counts how often a password is checked: each check costs as much as any other. */
@Configuration(proxyBeanMethods = false)
class PasswordChecks {

  private static final AtomicInteger CHECKS = new AtomicInteger();

  /** How often a password was checked so far. */
  static int count() {
    return CHECKS.get();
  }

  @Bean
  @Primary
  Passwords countedPasswords() {
    Argon2Passwords argon2 = new Argon2Passwords();
    return new Passwords() {
      @Override
      public String generate() {
        return argon2.generate();
      }

      @Override
      public String hash(String password) {
        return argon2.hash(password);
      }

      @Override
      public boolean matches(String password, String hash) {
        CHECKS.incrementAndGet();
        return argon2.matches(password, hash);
      }
    };
  }
}
