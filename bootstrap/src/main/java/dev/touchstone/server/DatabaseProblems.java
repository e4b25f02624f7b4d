package dev.touchstone.server;

import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import dev.touchstone.web.reference.CustomerErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;

/** Says that the database is away, which the caller can wait out. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DatabaseProblems {

  static final String BUSY =
      "Something else is being changed at the moment; try again in a little while.";
  static final String AWAY = "The database cannot be used at the moment; try again.";
  static final String RETRY_AFTER_SECONDS = "10";

  /** Somebody else holds what the change needs, a night that merges a large file for instance. */
  @ExceptionHandler
  Object busy(
      PessimisticLockingFailureException failure,
      HttpServletRequest request,
      HttpServletResponse response) {
    LoggerFactory.getLogger(DatabaseProblems.class).info("A change waited in vain", failure);
    return unavailable(request, response, BUSY);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    QueryTimeoutException.class
  })
  Object databaseAway(Exception failure, HttpServletRequest request, HttpServletResponse response) {
    LoggerFactory.getLogger(DatabaseProblems.class).error("The database is away", failure);
    return unavailable(request, response, AWAY);
  }

  /** A page for customers, who follow a link; a problem document for programs. */
  private static Object unavailable(
      HttpServletRequest request, HttpServletResponse response, String detail) {
    Optional<ModelAndView> page =
        CustomerErrorPage.find(request, request.getRequestURI(), ProblemType.UNAVAILABLE.status());
    if (page.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      return page.get();
    }
    return ResponseEntity.status(ProblemType.UNAVAILABLE.status())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(ProblemType.UNAVAILABLE, detail));
  }
}
