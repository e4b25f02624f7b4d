package dev.touchstone.configuration;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds while no property names who else gives tokens. */
final class NoOtherIssuer extends SpringBootCondition {

  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  private static final List<String> PROPERTIES =
      List.of(JWT + "issuer-uri", JWT + "jwk-set-uri", JWT + "public-key-location");

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("Other issuer");
    for (String property : PROPERTIES) {
      if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
        return ConditionOutcome.noMatch(message.found(property).atAll());
      }
    }
    return ConditionOutcome.match(message.didNotFind(JWT).atAll());
  }
}
