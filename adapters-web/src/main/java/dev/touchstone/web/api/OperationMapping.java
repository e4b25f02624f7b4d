package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks for the operation of a request among those whose path is as long as its own.
 *
 * <p>The framework holds a request against every operation, and against its method, headers and
 * media types before its path; with the operations of this API that was half of the work of a small
 * request. Whatever is not exactly one operation is left to the framework, so that the choice, and
 * the refusal, is always the framework's. So is everything once an operation is registered or taken
 * away after the start.
 */
public class OperationMapping extends RequestMappingHandlerMapping {

  private record Operation(PathPattern pattern, RequestMappingInfo info, HandlerMethod method) {}

  /** By the number of a path's elements, separators counted. */
  private volatile Map<Integer, List<Operation>> operations = Map.of();

  @Override
  protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> found) {
    Map<Integer, List<Operation>> byLength = new HashMap<>();
    found.forEach(
        (info, method) -> {
          PathPatternsRequestCondition paths = info.getPathPatternsCondition();
          if (paths != null) {
            for (PathPattern pattern : paths.getPatterns()) {
              if (!hasOpenEnd(pattern)) {
                byLength
                    .computeIfAbsent(lengthOf(pattern), length -> new ArrayList<>())
                    .add(new Operation(pattern, info, method));
              }
            }
          }
        });
    operations = byLength;
    super.handlerMethodsInitialized(found);
  }

  @Override
  public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
    operations = Map.of();
    super.registerMapping(mapping, handler, method);
  }

  @Override
  public void unregisterMapping(RequestMappingInfo mapping) {
    operations = Map.of();
    super.unregisterMapping(mapping);
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(
      String lookupPath, HttpServletRequest request) throws Exception {
    PathContainer path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
    Operation only = null;
    RequestMappingInfo match = null;
    for (Operation operation : operations.getOrDefault(path.elements().size(), List.of())) {
      if (operation.pattern().matches(path)) {
        RequestMappingInfo found = getMatchingMapping(operation.info(), request);
        if (found != null && only != null) {
          return super.lookupHandlerMethod(lookupPath, request);
        }
        if (found != null) {
          only = operation;
          match = found;
        }
      }
    }
    if (only == null || match == null) {
      return super.lookupHandlerMethod(lookupPath, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
    handleMatch(match, lookupPath, request);
    return only.method();
  }

  /** Such a pattern matches paths of any length, and never before one that has none. */
  private static boolean hasOpenEnd(PathPattern pattern) {
    String text = pattern.getPatternString();
    return text.contains("**") || text.contains("{*");
  }

  private static int lengthOf(PathPattern pattern) {
    return PathContainer.parsePath(pattern.getPatternString()).elements().size();
  }
}
