package dev.touchstone.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads which part of a list is asked for. */
final class PageQueryResolver implements HandlerMethodArgumentResolver {

  static final String LIMIT = "limit";
  static final String AFTER = "after";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new PageQuery(limit(request.getParameter(LIMIT)), after(request.getParameter(AFTER)));
  }

  private static int limit(@Nullable String value) {
    if (value == null) {
      return PageQuery.DEFAULT;
    }
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= PageQuery.MOST) {
        return limit;
      }
    }
    throw new InvalidRequestException(LIMIT, "is a whole number from 1 to " + PageQuery.MOST);
  }

  private static List<String> after(@Nullable String value) {
    if (value == null) {
      return List.of();
    }
    try {
      return Cursor.decode(value);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidRequestException(AFTER, "is what a page gave as next, unchanged");
    }
  }
}
