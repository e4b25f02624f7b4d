package dev.touchstone.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The bearer token of a request's {@code Authorization} header, the only place where one is taken
 * (RFC 6750, section 2.1). Characters are looked at one by one: on tokens of usual length the
 * regular expression of the framework's own resolver cost more than all the rest of a request.
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
    if (authorization.length() <= start
        || authorization.charAt(SCHEME.length()) != ' '
        || !isToken(authorization, start)) {
      throw new OAuth2AuthenticationException(
          BearerTokenErrors.invalidToken("Bearer token is malformed"));
    }
    return authorization.substring(start);
  }

  /** As {@code b64token}: at least one letter, digit or mark, and then only padding. */
  private static boolean isToken(String text, int start) {
    int at = start;
    while (at < text.length() && isTokenCharacter(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      return false;
    }
    while (at < text.length() && text.charAt(at) == '=') {
      at++;
    }
    return at == text.length();
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '/';
  }
}
