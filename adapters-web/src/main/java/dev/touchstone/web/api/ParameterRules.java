package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses what an operation of the API does not know: parameters it has not named (a misspelt
 * filter would silently filter nothing), and texts that cannot be stored.
 */
final class ParameterRules implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      List<Problems.FieldError> errors = new ArrayList<>();
      Set<String> asked = queryNames(request);
      if (!asked.isEmpty()) {
        Set<String> known = namesOf(method);
        for (String name : asked) {
          if (!known.contains(name)) {
            errors.add(new Problems.FieldError(name, "is no parameter of this operation"));
          }
        }
      }
      checkTexts(request, errors);
      if (!errors.isEmpty()) {
        throw new InvalidRequestException(errors);
      }
    }
    return true;
  }

  /** Only those of the address: to ask for others would read the body. */
  private static Set<String> queryNames(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null || query.isEmpty()) {
      return Set.of();
    }
    return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet();
  }

  private static Set<String> namesOf(HandlerMethod method) {
    Set<String> names = new HashSet<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
      if (param != null) {
        String name = StringUtils.hasText(param.name()) ? param.name() : param.value();
        names.add(StringUtils.hasText(name) ? name : String.valueOf(nameOf(parameter)));
      } else if (parameter.getParameterType() == PageQuery.class) {
        Collections.addAll(names, PageQueryResolver.LIMIT, PageQueryResolver.AFTER);
      }
    }
    return names;
  }

  private static String nameOf(MethodParameter parameter) {
    return parameter.getParameter().getName();
  }

  @SuppressWarnings("unchecked")
  private static void checkTexts(HttpServletRequest request, List<Problems.FieldError> errors) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables != null) {
      ((Map<String, String>) variables)
          .forEach(
              (name, value) -> {
                if (!StorableText.isStorable(value)) {
                  errors.add(unstorable(name));
                }
              });
    }
    String query = request.getQueryString();
    if (query != null && (query.contains("%00") || !StorableText.isStorable(query))) {
      errors.add(unstorable("query"));
    }
  }

  private static Problems.FieldError unstorable(String name) {
    return new Problems.FieldError(name, "has characters that no text can have");
  }
}
