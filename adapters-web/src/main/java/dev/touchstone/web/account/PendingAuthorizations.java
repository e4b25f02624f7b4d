package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations between the code and the token. Tokens speak for themselves and nobody asks for
 * them again, so none is kept beyond that; what is kept is bounded.
 */
final class PendingAuthorizations implements OAuth2AuthorizationService {

  private static final int MOST = 10_000;

  /** A code is valid for five minutes. */
  private static final Duration LIFE = Duration.ofMinutes(6);

  private final Cache<String, OAuth2Authorization> byId =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();

  @Override
  public void save(OAuth2Authorization authorization) {
    byId.put(authorization.getId(), authorization);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    byId.invalidate(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return byId.getIfPresent(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type == null || !"code".equals(type.getValue())) {
      return null;
    }
    return byId.asMap().values().stream()
        .filter(
            authorization -> {
              var code = authorization.getToken(OAuth2AuthorizationCode.class);
              return code != null && code.getToken().getTokenValue().equals(token);
            })
        .findFirst()
        .orElse(null);
  }
}
