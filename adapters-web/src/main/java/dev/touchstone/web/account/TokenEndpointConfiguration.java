package dev.touchstone.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The product's own token endpoint, and the check of the tokens it gives. Where another issuer is
 * configured ({@code spring.security.oauth2.resourceserver.jwt}), there is none of this.
 */
@Configuration(proxyBeanMethods = false)
public class TokenEndpointConfiguration {

  private static final String METADATA = "/.well-known/oauth-authorization-server";
  private static final Duration SKEW = Duration.ofSeconds(5);

  @Bean
  @Order(2)
  SecurityFilterChain tokenEndpoint(HttpSecurity http, SignInAttempts attempts) throws Exception {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    MediaTypeRequestMatcher browsers = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    browsers.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    // Nothing else of the server is offered: tokens are neither looked up nor taken back here.
    http.securityMatcher(BrowsersOnly.PATH, "/oauth2/token", "/oauth2/jwks", METADATA)
        .with(
            server,
            configured ->
                configured.authorizationEndpoint(
                    endpoint ->
                        endpoint.authenticationProviders(TokenEndpointConfiguration::checkScopes)))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(AccountPages.SIGN_IN), browsers))
        .addFilterBefore(new SignInLimit(attempts), CsrfFilter.class)
        .addFilterBefore(new BrowsersOnly(), CsrfFilter.class)
        .headers(
            headers ->
                SecurityConfiguration.secure(
                    headers, "default-src 'none'; frame-ancestors 'none'"));
    return http.build();
  }

  private static void checkScopes(List<AuthenticationProvider> providers) {
    for (AuthenticationProvider provider : providers) {
      if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider authorization) {
        authorization.setAuthenticationValidator(
            new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(new ScopeOfRole()));
      }
    }
  }

  @Bean
  RegisteredClientRepository clients(
      Accounts accounts, SignInProperties properties, Passwords passwords) {
    return new AccountClients(accounts, properties, passwords);
  }

  @Bean
  OAuth2AuthorizationService pendingAuthorizations() {
    return new PendingAuthorizations();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> accountTokens(
      Accounts accounts, UseOneTimePasswordUseCase useOneTimePassword) {
    return new AccountTokens(accounts, useOneTimePassword);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(SignInProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.publicUrl().toString()).build();
  }

  @Bean
  RSAKey tokenKey(@Value("${touchstone.token.key:}") String pem) {
    return TokenKeys.of(pem);
  }

  @Bean
  JWKSource<SecurityContext> tokenKeys(RSAKey tokenKey) {
    return new ImmutableJWKSet<>(new JWKSet(tokenKey));
  }

  @Bean
  JwtDecoder ownTokens(RSAKey tokenKey, SignInProperties properties) throws JOSEException {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(tokenKey.toRSAPublicKey()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(SKEW),
            new JwtIssuerValidator(properties.publicUrl().toString()),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(AccountTokens.AUDIENCE))));
    return decoder;
  }
}
