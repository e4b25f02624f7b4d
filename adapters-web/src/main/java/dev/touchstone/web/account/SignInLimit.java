package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often somebody can try to sign in or ask for a token, so that nobody can guess. */
final class SignInLimit extends OncePerRequestFilter {

  private static final int MOST_BUCKETS = 100_000;

  private final SignInProperties properties;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  SignInLimit(SignInProperties properties) {
    this.properties = properties;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !HttpMethod.POST.matches(request.getMethod())
        || !(path.equals("/oauth2/token") || path.equals(AccountPages.SIGN_IN));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    boolean allowed =
        take(address, properties.attemptsPerMinuteAndAddress())
            && take(address + " " + nameOf(request), properties.attemptsPerMinute());
    if (allowed) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    Problems.write(
        response,
        ProblemType.TOO_MANY_REQUESTS,
        "Too many attempts to sign in from this address; wait a minute.");
  }

  private boolean take(String key, int perMinute) {
    return buckets
        .get(
            key,
            absent ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(perMinute)
                                .refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build())
        .tryConsume(1);
  }

  private static String nameOf(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String name = header == null ? null : basicName(header);
    if (name == null) {
      name = request.getParameter("client_id");
    }
    if (name == null) {
      name = request.getParameter("username");
    }
    return name == null ? "" : shortened(name.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String basicName(String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
      return null;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      return pair.substring(0, Math.max(pair.indexOf(':'), 0));
    } catch (IllegalArgumentException unreadable) {
      // Whoever sends such a header is refused later; until then all of them share one bucket.
      return "";
    }
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100);
  }
}
