package dev.touchstone.server;

import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the database is away where filters use it, outside all handlers: signing in, the token
 * endpoint, requests with an {@code Idempotency-Key}. Handlers have {@link DatabaseProblems}.
 */
final class DatabaseAwayFilter extends OncePerRequestFilter {

  /** Outside the filters of the security, which use the database. */
  static final int ORDER = -110;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (PessimisticLockingFailureException failure) {
      answer(request, response, failure, DatabaseProblems.BUSY);
    } catch (DataAccessResourceFailureException
        | CannotCreateTransactionException
        | QueryTimeoutException failure) {
      answer(request, response, failure, DatabaseProblems.AWAY);
    }
  }

  private static void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      RuntimeException failure,
      String detail)
      throws IOException {
    if (response.isCommitted()) {
      throw failure;
    }
    LoggerFactory.getLogger(DatabaseAwayFilter.class).error("A filter failed", failure);
    response.resetBuffer();
    response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseProblems.RETRY_AFTER_SECONDS);
    if (isBrowser(request)) {
      // The container has ProblemErrorController answer, with a page where there is one.
      response.sendError(ProblemType.UNAVAILABLE.status().value());
    } else {
      Problems.write(response, ProblemType.UNAVAILABLE, detail);
    }
  }

  private static boolean isBrowser(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
