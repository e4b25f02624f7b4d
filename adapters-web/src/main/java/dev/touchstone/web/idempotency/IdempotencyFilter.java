package dev.touchstone.web.idempotency;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.idempotency.StoredAnswer;
import dev.touchstone.application.idempotency.port.out.IdempotentRequests;
import dev.touchstone.application.idempotency.port.out.IdempotentRequests.Claim;
import dev.touchstone.web.api.BodyTooLargeException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Callers;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries any POST of the API, but one of a file, with an {@code Idempotency-Key} out once for each
 * key of an account. The request and the record of its answer are one transaction: there is no
 * moment at which one is there without the other. What is refused leaves no record, so the same key
 * may be tried again.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

  private static final String KEY = "Idempotency-Key";
  private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /** What tells of the thing created; all other headers are made anew for each answer. */
  private static final String[] KEPT = {
    HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION
  };

  private final Callers callers;
  private final UnitOfWork unitOfWork;
  private final IdempotentRequests requests;

  /** Takes its collaborators. */
  public IdempotencyFilter(Callers callers, UnitOfWork unitOfWork, IdempotentRequests requests) {
    this.callers = callers;
    this.unitOfWork = unitOfWork;
    this.requests = requests;
  }

  /** The answer refuses the request: nothing of it may last. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }

  /** A failure of the chain that is not to be wrapped on its way out. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(ServletException cause) {
      super(cause);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KEY) == null || !HttpMethod.POST.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY);
    if (!VALID.matcher(key).matches()) {
      Problems.write(
          response,
          ProblemType.INVALID_REQUEST,
          "Idempotency-Key: 1 to 200 visible characters without spaces are a key.");
      return;
    }
    Optional<Caller> caller = callers.find(request);
    if (caller.isEmpty() || isFile(request)) {
      // Files are told apart by their content; strangers are refused further on.
      chain.doFilter(request, response);
      return;
    }
    byte[] body = readBody(request, response);
    if (body != null) {
      carryOut(
          keySpaceOf(caller.get()),
          key,
          new CachedBodyRequest(request, body),
          body,
          response,
          chain);
    }
  }

  /** A name that comes to stand for another role or partner begins anew. */
  private static String keySpaceOf(Caller caller) {
    return String.join(
        " ",
        caller.actor().name(),
        caller.role().name(),
        Objects.toString(caller.partner(), ""),
        Objects.toString(caller.vendor(), ""));
  }

  private static boolean isFile(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private static byte @Nullable [] readBody(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      return request.getInputStream().readAllBytes();
    } catch (BodyTooLargeException large) {
      Problems.write(response, ProblemType.TOO_LARGE, String.valueOf(large.getMessage()));
      return null;
    } catch (IOException broken) {
      Problems.write(response, ProblemType.UNREADABLE_BODY, "The body is broken off.");
      return null;
    }
  }

  private void carryOut(
      String account,
      String key,
      HttpServletRequest request,
      byte[] body,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    String digest = digestOf(request, body);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    Claim claim;
    try {
      claim =
          unitOfWork.run(
              () -> {
                Claim claimed = requests.claim(account, key, digest);
                if (claimed instanceof Claim.Fresh) {
                  proceed(chain, request, answer);
                  requests.answer(account, key, stored(answer));
                }
                return claimed;
              });
    } catch (Refused refused) {
      answer.copyBodyToResponse();
      return;
    } catch (Broken broken) {
      throw (ServletException) broken.getCause();
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    if (claim instanceof Claim.Answered answered) {
      repeat(answered.answer(), response);
    } else if (claim instanceof Claim.UsedOtherwise) {
      Problems.write(
          response,
          ProblemType.RULE_VIOLATED,
          "This Idempotency-Key was used for another request; choose a new one.");
    } else {
      answer.copyBodyToResponse();
    }
  }

  private static void proceed(
      FilterChain chain, HttpServletRequest request, ContentCachingResponseWrapper answer) {
    try {
      chain.doFilter(request, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Broken(e);
    }
    if (answer.getStatus() >= 400) {
      throw new Refused();
    }
  }

  private static StoredAnswer stored(ContentCachingResponseWrapper answer) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : KEPT) {
      String value = answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new StoredAnswer(answer.getStatus(), headers, bodyToKeep(answer));
  }

  /** A body that nobody may store holds a secret, which is told once. */
  private static String bodyToKeep(ContentCachingResponseWrapper answer) {
    String cacheControl = answer.getHeader(HttpHeaders.CACHE_CONTROL);
    return cacheControl != null && cacheControl.contains("no-store")
        ? ""
        : new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static void repeat(StoredAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Idempotent-Replayed", "true");
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static String digestOf(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      String address =
          request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
      sha256.update(address.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
      return HexFormat.of().formatHex(sha256.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
