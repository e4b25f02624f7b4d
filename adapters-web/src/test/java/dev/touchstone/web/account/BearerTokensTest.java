package dev.touchstone.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

class BearerTokensTest {

  private static final String[] PIECES = {
    "Bearer",
    "bearer",
    "BEARER ",
    "Basic",
    " ",
    "\t",
    "=",
    "==",
    "a.b-c_d~e+f/0",
    "x",
    "é",
    "\"",
    ","
  };

  private static HttpServletRequest requestOf(@Nullable String authorization) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> authorization;
                  case "getHeaders" ->
                      Collections.enumeration(
                          authorization == null ? List.of() : List.of(authorization));
                  case "getParameterValues" -> null;
                  case "getMethod" -> "GET";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static String answerOf(BearerTokenResolver resolver, @Nullable String authorization) {
    try {
      return String.valueOf(resolver.resolve(requestOf(authorization)));
    } catch (OAuth2AuthenticationException refused) {
      return refused.getError().getErrorCode();
    }
  }

  @Test
  void takesATokenAsItStands() {
    assertThat(answerOf(new BearerTokens(), "Bearer ab.cd-ef_~+/==")).isEqualTo("ab.cd-ef_~+/==");
    assertThat(answerOf(new BearerTokens(), "bearer x")).isEqualTo("x");
  }

  @Test
  void leavesOtherSchemesAlone() {
    assertThat(answerOf(new BearerTokens(), null)).isEqualTo("null");
    assertThat(answerOf(new BearerTokens(), "Basic eDp5")).isEqualTo("null");
  }

  @Test
  void refusesASchemeWithoutAToken() {
    assertThat(answerOf(new BearerTokens(), "Bearer")).isEqualTo("invalid_token");
    assertThat(answerOf(new BearerTokens(), "Bearer ")).isEqualTo("invalid_token");
    assertThat(answerOf(new BearerTokens(), "Bearer,x")).isEqualTo("invalid_token");
  }

  /** What the framework's refuses as no token is left to whoever judges it. */
  @Test
  void findsEveryTokenThatTheFrameworksResolverFinds() {
    BearerTokenResolver frameworks = new DefaultBearerTokenResolver();
    Random random = new Random(42);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder(random.nextBoolean() ? "Bearer " : "");
      for (int piece = random.nextInt(5); piece > 0; piece--) {
        header.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String authorization = header.toString();
      String expected = answerOf(frameworks, authorization);
      if (!expected.equals("invalid_token")) {
        found += expected.equals("null") ? 0 : 1;
        assertThat(answerOf(new BearerTokens(), authorization))
            .as("Authorization: '%s'", authorization)
            .isEqualTo(expected);
      }
    }
    assertThat(found).isGreaterThan(500);
  }
}
