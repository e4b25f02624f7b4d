package dev.touchstone.web.account;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase.Purpose;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase.UseOneTimePasswordCommand;
import dev.touchstone.application.account.port.out.Accounts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Says in a token what its account may do: the role as the only scope, and whom it is bound to. A
 * password that serves once is used up here.
 */
final class AccountTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** The audience of the product's own tokens. */
  static final String AUDIENCE = "touchstone";

  /** The claim that names the partner. */
  static final String PARTNER = "partner_id";

  /** The claim that names the survey vendor. */
  static final String VENDOR = "vendor";

  /** One scope a role. */
  static final Set<String> SCOPES =
      Stream.of(Role.values())
          .filter(role -> role != Role.PUBLIC)
          .map(AccountTokens::scopeOf)
          .collect(Collectors.toUnmodifiableSet());

  private final Accounts accounts;
  private final UseOneTimePasswordUseCase useOneTimePassword;

  AccountTokens(Accounts accounts, UseOneTimePasswordUseCase useOneTimePassword) {
    this.accounts = accounts;
    this.useOneTimePassword = useOneTimePassword;
  }

  static String scopeOf(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Authentication principal = Objects.requireNonNull(context.getPrincipal());
    Account account =
        accounts
            .find(new AccountName(principal.getName()))
            .filter(found -> !found.disabled() && isUpToDate(principal, found))
            .orElseThrow(AccountTokens::refused);
    boolean byPassword =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    if (byPassword
        && account.oneTime() != OneTime.NO
        && !useOneTimePassword.use(
            new UseOneTimePasswordCommand(account.name(), addressOf(principal), Purpose.TOKEN))) {
      throw refused();
    }
    context
        .getClaims()
        .subject(account.name().value())
        .audience(List.of(AUDIENCE))
        .claim("scope", List.of(scopeOf(account.role())))
        .claims(
            claims -> {
              if (account.partnerId() != null) {
                claims.put(PARTNER, account.partnerId());
              }
              if (account.vendor() != null) {
                claims.put(VENDOR, account.vendor());
              }
            });
  }

  /**
   * A session from before a change of the account, of its password for instance, is worth nothing.
   */
  private static boolean isUpToDate(Authentication principal, Account account) {
    return !(principal.getPrincipal() instanceof AccountUser user) || user.isUpToDate(account);
  }

  private static String addressOf(Authentication principal) {
    return ((WebAuthenticationDetails) Objects.requireNonNull(principal.getDetails()))
        .getRemoteAddress();
  }

  private static OAuth2AuthenticationException refused() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
  }
}
