package dev.touchstone.web.account;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Refuses scopes other than the one of the account's role: nobody is given a token that does less
 * than was asked for (RFC 6749, 4.1.2.1). To name no scope asks for that one.
 */
final class ScopeOfRole implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

  private static final OAuth2Error INVALID_SCOPE =
      new OAuth2Error(
          OAuth2ErrorCodes.INVALID_SCOPE, "The account has another role; leave scope out.", null);

  @Override
  public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
    Set<String> scopes = request.getScopes();
    // Who has not signed in yet comes back here afterwards.
    if (!scopes.isEmpty()
        && request.getPrincipal() instanceof Authentication principal
        && principal.getPrincipal() instanceof AccountUser user
        && !scopes.equals(Set.of(AccountTokens.scopeOf(user.role())))) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(INVALID_SCOPE, request);
    }
  }
}
