package dev.touchstone.web.api;

import java.util.List;

/** Ends a request whose values break its rules, naming each. */
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problems.FieldError> errors;

  /** Takes the invalid values, at least one. */
  public InvalidRequestException(List<Problems.FieldError> errors) {
    super("Invalid request: " + errors);
    this.errors = List.copyOf(errors);
  }

  /** One invalid value. */
  public InvalidRequestException(String field, String message) {
    this(List.of(new Problems.FieldError(field, message)));
  }

  /** The invalid values. */
  public List<Problems.FieldError> errors() {
    return errors;
  }
}
