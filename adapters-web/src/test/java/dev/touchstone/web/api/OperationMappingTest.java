package dev.touchstone.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Holds the choice of the product's mapping against that of the framework's. */
class OperationMappingTest {

  private final RequestMappingHandlerMapping own = initialized(new OperationMapping());
  private final RequestMappingHandlerMapping framework =
      initialized(new RequestMappingHandlerMapping());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /partners",
        "HEAD /partners",
        "GET /partners/P1",
        "GET /partners/none",
        "DELETE /partners/P1",
        "GET /partners/P1/standing",
        "GET /partners/P1/standing/",
        "GET /partners/P%2F1/standing",
        "GET /partners/P1;a=b/standing",
        "GET /reports/any/depth/of/paths",
        "GET /reports/latest",
        "OPTIONS /partners/P1",
        "GET /nothing",
        "GET /"
      })
  void choosesWhatTheFrameworkWould(String line) throws Exception {
    MockHttpServletRequest asked = request(line);
    MockHttpServletRequest held = request(line);

    assertThat(nameOf(own.getHandler(asked))).isEqualTo(nameOf(framework.getHandler(held)));
    for (String attribute :
        new String[] {
          HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
          HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
          HandlerMapping.MATRIX_VARIABLES_ATTRIBUTE,
        }) {
      assertThat(String.valueOf(asked.getAttribute(attribute)))
          .as(attribute)
          .isEqualTo(String.valueOf(held.getAttribute(attribute)));
    }
    assertThat(asked.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null)
        .isEqualTo(held.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null);
  }

  @Test
  void refusesMethodsAsTheFrameworkDoes() {
    assertThatThrownBy(() -> own.getHandler(request("POST /partners/P1")))
        .isInstanceOfSatisfying(
            HttpRequestMethodNotSupportedException.class,
            refused ->
                assertThat(refused.getSupportedMethods())
                    .containsExactlyInAnyOrder("GET", "DELETE"));
  }

  @Test
  void handsVariablesOver() throws Exception {
    MockHttpServletRequest request = request("GET /partners/P1/standing");

    own.getHandler(request);

    assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
        .isEqualTo(Map.of("partnerId", "P1"));
  }

  private static @Nullable String nameOf(@Nullable HandlerExecutionChain chain) {
    return chain == null
        ? null
        : chain.getHandler() instanceof HandlerMethod method
            ? method.getMethod().getName()
            : chain.getHandler().getClass().getSimpleName();
  }

  private static MockHttpServletRequest request(String line) {
    String[] parts = line.split(" ", 2);
    MockHttpServletRequest request = new MockHttpServletRequest(parts[0], parts[1]);
    ServletRequestPathUtils.parseAndCache(request);
    return request;
  }

  private static RequestMappingHandlerMapping initialized(RequestMappingHandlerMapping mapping) {
    StaticApplicationContext context = new StaticApplicationContext();
    context.registerSingleton("operations", Operations.class);
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    return mapping;
  }

  @RestController
  @SuppressWarnings("unused")
  static class Operations {

    @GetMapping("/partners")
    String list() {
      return "";
    }

    @GetMapping("/partners/{partnerId}")
    String get(@PathVariable String partnerId) {
      return partnerId;
    }

    @GetMapping("/partners/none")
    String none() {
      return "";
    }

    @PostMapping("/partners")
    String create() {
      return "";
    }

    @DeleteMapping("/partners/{partnerId}")
    String delete(@PathVariable String partnerId) {
      return partnerId;
    }

    @GetMapping("/partners/{partnerId}/standing")
    String standing(@PathVariable String partnerId) {
      return partnerId;
    }

    @GetMapping("/reports/**")
    String report() {
      return "";
    }

    @GetMapping("/reports/{name}")
    String named(@PathVariable String name) {
      return name;
    }
  }
}
