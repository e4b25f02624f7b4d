package dev.touchstone.web.api;

import dev.touchstone.application.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets in whom {@link Access} names, and a partner only to what is its own. */
final class AccessInterceptor implements HandlerInterceptor {

  private static final String PRODUCT = "dev.touchstone.";

  private final Callers callers;

  /** Annotations never change, and every request asks for one. */
  private final Map<Method, Set<Role>> rolesByMethod = new ConcurrentHashMap<>();

  AccessInterceptor(Callers callers) {
    this.callers = callers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOfTheProduct(method)) {
      check(request, method);
    }
    return true;
  }

  static boolean isOfTheProduct(HandlerMethod method) {
    return method.getBeanType().getName().startsWith(PRODUCT);
  }

  private void check(HttpServletRequest request, HandlerMethod method) {
    Set<Role> roles = rolesByMethod.computeIfAbsent(method.getMethod(), m -> rolesOf(method));
    if (roles.contains(Role.PUBLIC)) {
      return;
    }
    Optional<Caller> found = callers.find(request);
    if (found.isEmpty()) {
      throw new ApiException(
          ProblemType.UNAUTHENTICATED, "Send a bearer token; POST /oauth2/token gives one.");
    }
    Caller caller = found.get();
    if (!roles.contains(caller.role())) {
      throw new ApiException(
          ProblemType.FORBIDDEN, "The role " + caller.role() + " may not do this.");
    }
    String partner = partnerOf(request);
    if (caller.role() == Role.PARTNER && partner != null && !partner.equals(caller.partner())) {
      throw ApiException.notFound("There is no partner " + partner + " for you.");
    }
  }

  private static Set<Role> rolesOf(HandlerMethod method) {
    Access access = method.getMethodAnnotation(Access.class);
    return access == null ? Set.of() : Set.of(access.value());
  }

  @SuppressWarnings("unchecked")
  private static @Nullable String partnerOf(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? null : ((Map<String, String>) variables).get("partnerId");
  }
}
