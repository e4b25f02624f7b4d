package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Remembers tokens that were found valid, for a minute at most and never beyond their end: the same
 * text with the same signature says the same again. What is not valid is judged each time.
 */
final class RecentTokens implements JwtDecoder {

  private static final int MOST = 10_000;
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<String, Jwt> valid =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

  RecentTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    Jwt known = valid.getIfPresent(token);
    if (known != null && isBeforeItsEnd(known)) {
      return known;
    }
    Jwt decoded = decoder.decode(token);
    valid.put(token, decoded);
    return decoded;
  }

  private boolean isBeforeItsEnd(Jwt token) {
    Instant end = token.getExpiresAt();
    return end != null && clock.instant().isBefore(end);
  }
}
