package dev.touchstone.web.reference;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers customers with a page where theirs fails. It goes before the advice that answers programs
 * and after what knows a failure better.
 */
@ControllerAdvice(assignableTypes = CustomerPage.class)
@Order(0)
public class CustomerPageFailures {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerPageFailures.class);

  /** Says nothing of the address in the log: it holds the secret. */
  @ExceptionHandler
  ModelAndView failed(Exception failure, HttpServletRequest request) {
    HttpStatusCode status = HttpStatus.INTERNAL_SERVER_ERROR;
    if (failure instanceof ErrorResponse refusal) {
      status = refusal.getStatusCode();
    } else {
      LOG.error("A page for a customer failed", failure);
    }
    return CustomerPage.refusal(request, status);
  }
}
