package dev.touchstone.web.account;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.out.Accounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of the token endpoint: each account, with its password as the secret, for machines;
 * and one public client, with PKCE, for the browsers that people sign in with.
 */
final class AccountClients implements RegisteredClientRepository {

  /** The client id of browsers. */
  static final String BROWSER = "touchstone-browser";

  private final Accounts accounts;
  private final SignInProperties properties;
  private final RegisteredClient browser;

  AccountClients(Accounts accounts, SignInProperties properties) {
    this.accounts = accounts;
    this.properties = properties;
    this.browser = browser(properties);
  }

  private static RegisteredClient browser(SignInProperties properties) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(BROWSER)
            .clientId(BROWSER)
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(properties.publicUrl() + "/swagger-ui/oauth2-redirect.html")
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(tokenSettings(properties));
    properties.redirectUris().forEach(client::redirectUri);
    AccountTokens.SCOPES.forEach(client::scope);
    return client.build();
  }

  private static TokenSettings tokenSettings(SignInProperties properties) {
    return TokenSettings.builder().accessTokenTimeToLive(properties.tokenLife()).build();
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients are accounts, which are added as such");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    if (clientId.equals(BROWSER)) {
      return browser;
    }
    if (!AccountName.isValid(clientId)) {
      return null;
    }
    return accounts
        .find(new AccountName(clientId))
        .filter(Account::canSignIn)
        .map(this::toClient)
        .orElse(null);
  }

  private RegisteredClient toClient(Account account) {
    return RegisteredClient.withId(account.name().value())
        .clientId(account.name().value())
        .clientSecret(account.passwordHash())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(account.role().name().toLowerCase(Locale.ROOT))
        .tokenSettings(tokenSettings(properties))
        .build();
  }
}
