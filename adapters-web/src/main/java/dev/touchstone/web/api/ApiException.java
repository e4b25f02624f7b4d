package dev.touchstone.web.api;

import java.util.List;

/** Ends a request with a problem document. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Problems.FieldError> errors;

  /**
   * @param type the kind of problem
   * @param detail one sentence that says what is wrong and what to do
   */
  public ApiException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  /**
   * @param errors the values that are the matter
   */
  public ApiException(ProblemType type, String detail, List<Problems.FieldError> errors) {
    super(detail);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** There is no such thing, or not for this caller. */
  public static ApiException notFound(String detail) {
    return new ApiException(ProblemType.NOT_FOUND, detail);
  }

  /** A rule of the program forbids it. */
  public static ApiException ruleViolated(String detail) {
    return new ApiException(ProblemType.RULE_VIOLATED, detail);
  }

  /** The state of things does not allow it. */
  public static ApiException conflict(String detail) {
    return new ApiException(ProblemType.CONFLICT, detail);
  }

  /** Somebody else has changed the resource since the caller read it. */
  public static ApiException lostUpdate() {
    return new ApiException(
        ProblemType.LOST_UPDATE,
        "The resource was changed since it was read; read it again and repeat the change.");
  }

  /** The kind of problem. */
  public ProblemType type() {
    return type;
  }

  /** The values that are the matter; none where no single one is. */
  public List<Problems.FieldError> errors() {
    return errors;
  }

  /** The sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
