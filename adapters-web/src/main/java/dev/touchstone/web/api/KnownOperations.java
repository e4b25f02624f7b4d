package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nothing answer below the API's path that does not say by {@link Access} who may call it: a
 * library's page, file or route there would be for everybody.
 */
final class KnownOperations implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method
        && AccessInterceptor.isOfTheProduct(method)
        && method.hasMethodAnnotation(Access.class)) {
      return true;
    }
    // Written here: problems of handlers that are no methods may reach nobody who writes them.
    Problems.write(response, ProblemType.NOT_FOUND, "There is nothing here.");
    return false;
  }
}
