package dev.touchstone.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The bearer token of a request's {@code Authorization} header, the only place where one is taken
 * (RFC 6750, section 2.1). Whoever judges tokens refuses what is none; the framework's own resolver
 * looks for that by a regular expression, which cost more than all the rest of a request.
 */
final class BearerTokens implements BearerTokenResolver {

  private static final String SCHEME = "Bearer";

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    int start = SCHEME.length() + 1;
    if (authorization.length() <= start || authorization.charAt(SCHEME.length()) != ' ') {
      throw new OAuth2AuthenticationException(
          BearerTokenErrors.invalidToken("Bearer token is malformed"));
    }
    return authorization.substring(start);
  }
}
