package dev.touchstone.web.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How people and machines sign in.
 *
 * @param publicUrl the address under which the product is reached from outside, without a slash at
 *     the end; it is also the issuer of tokens
 * @param redirectUris where browsers may be sent with a code, beside the product's own pages
 * @param tokenLife how long a token is valid
 * @param attemptsPerMinute how often a minute one address may try to sign in to one account
 * @param attemptsPerMinuteAndAddress how often a minute one address may try at all
 */
public record SignInProperties(
    URI publicUrl,
    List<String> redirectUris,
    Duration tokenLife,
    int attemptsPerMinute,
    int attemptsPerMinuteAndAddress) {

  /** Copies the addresses. */
  public SignInProperties {
    redirectUris = List.copyOf(redirectUris);
  }
}
