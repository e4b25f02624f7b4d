package dev.touchstone.configuration;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds while no property names who else gives tokens. */
final class NoOtherIssuer extends SpringBootCondition {

  static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences";

  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  private static final List<String> PROPERTIES =
      List.of(JWT + "issuer-uri", JWT + "jwk-set-uri", JWT + "public-key-location");

  /** The property that names another issuer, if one does. */
  static Optional<String> findIssuer(Environment environment) {
    return PROPERTIES.stream()
        .filter(property -> StringUtils.hasText(environment.getProperty(property)))
        .findFirst();
  }

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("Other issuer");
    return findIssuer(context.getEnvironment())
        .map(property -> ConditionOutcome.noMatch(message.found(property).atAll()))
        .orElseGet(() -> ConditionOutcome.match(message.didNotFind(JWT).atAll()));
  }
}
