package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Judges bearer tokens, and remembers those found valid, for a minute at most and never beyond
 * their end: the same text with the same signature says the same again. What is not valid is judged
 * each time.
 */
final class RecentTokens implements AuthenticationManager {

  private static final int MOST = 10_000;
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<String, CallerToken> valid =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

  RecentTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidBearerTokenException if the token is not valid here
   * @throws AuthenticationServiceException if that cannot be told, because the issuer's keys cannot
   *     be read
   */
  @Override
  public Authentication authenticate(Authentication request) {
    String token = ((BearerTokenAuthenticationToken) request).getToken();
    CallerToken known = valid.getIfPresent(token);
    if (known != null && isBeforeItsEnd(known.getToken())) {
      return known;
    }
    CallerToken judged = new CallerToken(decoded(token));
    valid.put(token, judged);
    return judged;
  }

  private Jwt decoded(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException invalid) {
      throw new InvalidBearerTokenException("The token is not valid", invalid);
    } catch (JwtException unknown) {
      throw new AuthenticationServiceException("No token can be judged now", unknown);
    }
  }

  private boolean isBeforeItsEnd(Jwt token) {
    Instant end = token.getExpiresAt();
    return end != null && clock.instant().isBefore(end);
  }
}
