package dev.touchstone.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Holds the choice of the product's mapping against that of the framework's. */
class OperationMappingTest {

  private final CountingMapping counting = new CountingMapping();
  private final RequestMappingHandlerMapping own = initialized(counting);
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
        "GET /codes/CRM",
        "GET /codes/crm",
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
  void holdsARequestAgainstTheOperationsOfItsPathAlone() throws Exception {
    own.getHandler(request("GET /partners/P1"));

    assertThat(counting.asked)
        .containsExactlyInAnyOrder("GET /partners/{partnerId}", "DELETE /partners/{partnerId}");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, application/json",
    "image/png, text/html",
    "text/plain, application/json",
    "text/plain, text/html",
    "nonsense, application/json",
    ", */*"
  })
  void looksAtMediaTypesAsTheFrameworkDoes(@Nullable String contentType, String accept) {
    assertThat(answer(own, sending(contentType, accept)))
        .isEqualTo(answer(framework, sending(contentType, accept)));
  }

  @Test
  void refusesMediaTypes() {
    assertThatThrownBy(() -> own.getHandler(sending("image/png", "text/html")))
        .isInstanceOf(HttpMediaTypeNotAcceptableException.class);
    assertThatThrownBy(() -> own.getHandler(sending("text/plain", "application/json")))
        .isInstanceOf(HttpMediaTypeNotSupportedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PATCH"})
  void answersPreflightsAsTheFrameworkDoes(String method) {
    assertThat(answer(own, preflight(method))).isEqualTo(answer(framework, preflight(method)));
  }

  @Test
  void leavesAllToTheFrameworkOnceAnOperationIsAdded() throws Exception {
    Method special = Operations.class.getDeclaredMethod("none");
    for (RequestMappingHandlerMapping mapping : List.of(own, framework)) {
      mapping.registerMapping(
          RequestMappingInfo.paths("/partners/special")
              .methods(RequestMethod.GET)
              .options(mapping.getBuilderConfiguration())
              .build(),
          new Operations(),
          special);
    }

    assertThat(answer(own, request("GET /partners/special"))).isEqualTo("none");
    assertThat(answer(framework, request("GET /partners/special"))).isEqualTo("none");
  }

  @Test
  void answersNoOperationThatIsTakenAway() {
    RequestMappingInfo get =
        own.getHandlerMethods().entrySet().stream()
            .filter(of -> of.getValue().getMethod().getName().equals("get"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();

    own.unregisterMapping(get);

    assertThatThrownBy(() -> own.getHandler(request("GET /partners/P1")))
        .isInstanceOf(HttpRequestMethodNotSupportedException.class);
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

  /** The operation's name, or the refusal. */
  private static String answer(
      RequestMappingHandlerMapping mapping, MockHttpServletRequest request) {
    try {
      return String.valueOf(nameOf(mapping.getHandler(request)));
    } catch (Exception e) {
      return e.toString();
    }
  }

  private static MockHttpServletRequest sending(@Nullable String contentType, String accept) {
    MockHttpServletRequest request = request("PUT /partners/P1/logo");
    request.addHeader(HttpHeaders.ACCEPT, accept);
    if (contentType != null) {
      request.addHeader(HttpHeaders.CONTENT_TYPE, contentType);
    }
    return request;
  }

  private static MockHttpServletRequest preflight(String method) {
    MockHttpServletRequest request = request("OPTIONS /partners/P1");
    request.addHeader(HttpHeaders.ORIGIN, "https://elsewhere.example");
    request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
    return request;
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

  /** Remembers which operations a request was held against. */
  private static final class CountingMapping extends OperationMapping {

    private final List<String> asked = new ArrayList<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
        RequestMappingInfo info, HttpServletRequest request) {
      asked.add(
          info.getMethodsCondition().getMethods().iterator().next()
              + " "
              + info.getPatternValues().iterator().next());
      return super.getMatchingMapping(info, request);
    }
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

    @PutMapping(
        path = "/partners/{partnerId}/logo",
        consumes = "image/png",
        produces = "application/json")
    String logo(@PathVariable String partnerId) {
      return partnerId;
    }

    @GetMapping("/partners/{partnerId}/standing")
    String standing(@PathVariable String partnerId) {
      return partnerId;
    }

    @GetMapping("/codes/C*")
    String code() {
      return "";
    }

    @GetMapping("/codes/{other}")
    String other(@PathVariable String other) {
      return other;
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
