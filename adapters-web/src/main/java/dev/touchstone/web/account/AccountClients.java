package dev.touchstone.web.account;

import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import java.util.Optional;
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

  /** The hash of a password that nobody knows. */
  private final String nobodysHash;

  AccountClients(Accounts accounts, SignInProperties properties, Passwords passwords) {
    this.accounts = accounts;
    this.properties = properties;
    this.browser = browser(properties);
    this.nobodysHash = passwords.hash(passwords.generate());
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
    return id.equals(BROWSER)
        ? browser
        : findAccount(id).map(account -> toClient(id, account)).orElse(null);
  }

  /**
   * The client of an id. Where no account signs in under it, it is one whose secret nobody knows:
   * to refuse it takes as long and says the same as a wrong password, so that nobody learns which
   * accounts there are.
   */
  @Override
  public RegisteredClient findByClientId(String clientId) {
    return clientId.equals(BROWSER)
        ? browser
        : findAccount(clientId)
            .map(account -> toClient(clientId, account))
            .orElseGet(() -> client(clientId, nobodysHash).build());
  }

  private Optional<Account> findAccount(String name) {
    return AccountName.isValid(name)
        ? accounts.find(new AccountName(name)).filter(Account::canSignIn)
        : Optional.empty();
  }

  private RegisteredClient toClient(String clientId, Account account) {
    return client(clientId, account.passwordHash())
        .scope(AccountTokens.scopeOf(account.role()))
        .build();
  }

  private RegisteredClient.Builder client(String clientId, String secretHash) {
    return RegisteredClient.withId(clientId)
        .clientId(clientId)
        .clientSecret(secretHash)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(tokenSettings(properties));
  }
}
