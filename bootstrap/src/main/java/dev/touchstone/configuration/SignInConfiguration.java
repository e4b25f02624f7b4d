package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.idempotency.port.out.IdempotentRequests;
import dev.touchstone.persistence.idempotency.JdbcIdempotentRequests;
import dev.touchstone.web.account.SignInProperties;
import dev.touchstone.web.account.TokenEndpointConfiguration;
import dev.touchstone.web.api.Callers;
import dev.touchstone.web.idempotency.IdempotencyFilter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Signing in, by the product's own token endpoint or by another issuer's tokens. */
@Configuration(proxyBeanMethods = false)
@Import(SignInConfiguration.OwnTokens.class)
public class SignInConfiguration {

  /**
   * Checks that tokens of another issuer are taken only where they are meant for this product.
   *
   * @throws IllegalStateException if nothing says which those are
   */
  public SignInConfiguration(Environment environment) {
    if (NoOtherIssuer.findIssuer(environment).isPresent()
        && !StringUtils.hasText(environment.getProperty(NoOtherIssuer.AUDIENCES))) {
      throw new IllegalStateException(
          "Tokens of another issuer need "
              + NoOtherIssuer.AUDIENCES
              + ": without it a token made for any other application would be taken here");
    }
  }

  @Bean
  SignInProperties signInProperties(
      @Value("${touchstone.public-url}") String publicUrl,
      @Value("${touchstone.sign-in.redirect-uris:}") List<String> redirectUris,
      @Value("${touchstone.sign-in.token-life}") Duration tokenLife,
      @Value("${touchstone.sign-in.attempts-per-minute}") int attempts,
      @Value("${touchstone.sign-in.attempts-per-minute-and-address}") int attemptsOfAddress) {
    return new SignInProperties(
        URI.create(publicUrl), redirectUris, tokenLife, attempts, attemptsOfAddress);
  }

  @Bean
  IdempotentRequests idempotentRequests(DataSource dataSource) {
    return new JdbcIdempotentRequests(dataSource);
  }

  @Bean
  IdempotencyFilter idempotencyFilter(
      Callers callers, UnitOfWork unitOfWork, IdempotentRequests requests) {
    return new IdempotencyFilter(callers, unitOfWork, requests);
  }

  /** The filter belongs into the chain of the API, behind its security, and nowhere else. */
  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilterRegistration(
      IdempotencyFilter idempotencyFilter) {
    FilterRegistrationBean<IdempotencyFilter> registration =
        new FilterRegistrationBean<>(idempotencyFilter);
    registration.setEnabled(false);
    return registration;
  }

  /** The product's own tokens, unless the tokens of another issuer are to be taken. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(NoOtherIssuer.class)
  @Import(TokenEndpointConfiguration.class)
  static class OwnTokens {}
}
