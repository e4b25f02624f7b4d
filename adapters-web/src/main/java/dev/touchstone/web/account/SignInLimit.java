package dev.touchstone.web.account;

import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often somebody can try to sign in or ask for a token, so that nobody can guess. */
final class SignInLimit extends OncePerRequestFilter {

  private final SignInAttempts attempts;

  SignInLimit(SignInAttempts attempts) {
    this.attempts = attempts;
  }

  /** Wherever a password or a secret is checked. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !HttpMethod.POST.matches(request.getMethod())
        || !(path.startsWith("/oauth2/") || path.equals(AccountPages.SIGN_IN));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean allowed = attempts.isAllowed(request.getRemoteAddr(), nameOf(request));
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

  /** The account that the attempt is at, as the framework will read it. */
  private static String nameOf(HttpServletRequest request) {
    String name =
        request.getServletPath().equals(AccountPages.SIGN_IN)
            ? request.getParameter("username")
            : clientOf(request);
    return name == null ? "" : shortened(name.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String clientOf(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
      return request.getParameter("client_id");
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      String encoded = pair.substring(0, Math.max(pair.indexOf(':'), 0));
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      // Whoever sends such a header is refused later; until then all of them share one bucket.
      return "";
    }
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100);
  }
}
