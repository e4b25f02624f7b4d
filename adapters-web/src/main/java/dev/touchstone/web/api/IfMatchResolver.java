package dev.touchstone.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads which version a change is made to. */
final class IfMatchResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String[] headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
    if (headers == null) {
      throw new ApiException(
          ProblemType.IF_MATCH_REQUIRED,
          "Send If-Match with the ETag of the version that is to be changed.");
    }
    return IfMatch.parse(String.join(",", headers));
  }
}
