package dev.touchstone.application.account;

import dev.touchstone.application.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param name its name
 * @param role what its owner may do
 * @param partnerId the partner it is bound to; null in other roles than PARTNER
 * @param vendor the survey vendor it is bound to; null in other roles than VENDOR
 * @param passwordHash the hash of the password, with salt and costs
 * @param oneTime whether the password serves only once
 * @param disabled whether nobody can sign in any more
 * @param createdAt when it was added
 * @param version which version of the account this is; 1 when it is new
 */
public record Account(
    AccountName name,
    Role role,
    @Nullable String partnerId,
    @Nullable String vendor,
    String passwordHash,
    OneTime oneTime,
    boolean disabled,
    Instant createdAt,
    long version) {

  /**
   * Checks that the role and what it is bound to belong together.
   *
   * @throws IllegalArgumentException if they do not; the message says what is missing or too much
   */
  public Account {
    if (role == Role.PUBLIC) {
      throw new IllegalArgumentException("Nobody needs an account for the role PUBLIC.");
    }
    if ((role == Role.PARTNER) != (partnerId != null)) {
      throw new IllegalArgumentException(
          "An account of the role PARTNER is bound to one partner, any other to none.");
    }
    if ((role == Role.VENDOR) != (vendor != null)) {
      throw new IllegalArgumentException(
          "An account of the role VENDOR is bound to one survey vendor, any other to none.");
    }
  }

  /** How often a password serves. */
  public enum OneTime {
    /** As often as one likes. */
    NO,
    /** Once, and that has not been yet. */
    UNUSED,
    /** Once, and that has been: nobody can sign in before another password is set. */
    USED
  }

  /** Whether the password, where it is the right one, still signs in. */
  public boolean canSignIn() {
    return !disabled && oneTime != OneTime.USED;
  }
}
