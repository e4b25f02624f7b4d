package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Puts every failure of a request into a problem document; what it cannot name goes to the log. */
@RestControllerAdvice
public final class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  /** In seconds, by status. */
  private static final Map<Integer, String> RETRY_AFTER =
      Map.of(
          HttpStatus.TOO_MANY_REQUESTS.value(), "60",
          HttpStatus.SERVICE_UNAVAILABLE.value(), "10",
          HttpStatus.INSUFFICIENT_STORAGE.value(), "3600");

  @ExceptionHandler
  ResponseEntity<Object> handle(ApiException problem) {
    ProblemDetail document = Problems.of(problem.type(), problem.detail());
    if (!problem.errors().isEmpty()) {
      document.setProperty("errors", problem.errors());
    }
    return answer(document);
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(InvalidRequestException invalid) {
    return answer(Problems.invalid(invalid.errors()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(ConstraintViolationException invalid) {
    return answer(
        Problems.invalid(
            invalid.getConstraintViolations().stream()
                .map(
                    violation ->
                        new Problems.FieldError(
                            violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(Problems.FieldError::field))
                .toList()));
  }

  @ExceptionHandler
  ResponseEntity<Object> unforeseen(Exception failure, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), failure);
    return answer(
        Problems.of(
            ProblemType.INTERNAL, "An unforeseen failure; the log of the server has its details."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Problems.FieldError> errors = new ArrayList<>();
    invalid
        .getFieldErrors()
        .forEach(e -> errors.add(new Problems.FieldError(e.getField(), messageOf(e))));
    invalid
        .getGlobalErrors()
        .forEach(e -> errors.add(new Problems.FieldError("body", messageOf(e))));
    errors.sort(Comparator.comparing(Problems.FieldError::field));
    return answer(Problems.invalid(errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Problems.FieldError> errors = new ArrayList<>();
    for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
      if (result instanceof ParameterErrors ofFields) {
        ofFields
            .getFieldErrors()
            .forEach(e -> errors.add(new Problems.FieldError(e.getField(), messageOf(e))));
      } else {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        result
            .getResolvableErrors()
            .forEach(e -> errors.add(new Problems.FieldError(name, messageOf(e))));
      }
    }
    return answer(Problems.invalid(errors));
  }

  private static String messageOf(MessageSourceResolvable error) {
    return String.valueOf(error.getDefaultMessage());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    Class<?> type = mismatch.getRequiredType();
    return answer(
        Problems.invalid(List.of(new Problems.FieldError(name, "is no " + describe(type)))));
  }

  private static String describe(@Nullable Class<?> type) {
    if (type == null) {
      return "value of this parameter";
    }
    if (type == LocalDate.class) {
      return "date like 2010-10-30";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return type == int.class || type == long.class || Number.class.isAssignableFrom(type)
        ? "whole number of this range"
        : type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLargeException) {
        return answer(Problems.of(ProblemType.TOO_LARGE, String.valueOf(cause.getMessage())));
      }
      if (cause instanceof UnrecognizedPropertyException unknown) {
        return unreadable(pathOf(unknown), "is no field of this request");
      }
      if (cause instanceof InvalidFormatException format) {
        return unreadable(pathOf(format), "is no " + describe(format.getTargetType()));
      }
      if (cause instanceof DatabindException binding) {
        return unreadable(pathOf(binding), "has the wrong type");
      }
      if (cause instanceof JacksonException) {
        return answer(
            Problems.of(
                ProblemType.UNREADABLE_BODY, "The body is no JSON that can be read, or too deep."));
      }
    }
    return answer(Problems.of(ProblemType.UNREADABLE_BODY, "The body is missing or broken off."));
  }

  private static ResponseEntity<Object> unreadable(String field, String message) {
    ProblemDetail problem = Problems.of(ProblemType.UNREADABLE_BODY, field + ": " + message);
    problem.setProperty("errors", List.of(new Problems.FieldError(field, message)));
    return answer(problem);
  }

  private static String pathOf(DatabindException failure) {
    String path =
        failure.getPath().stream()
            .map(
                reference ->
                    reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : reference.getPropertyName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "body" : shortened(path);
  }

  private static String shortened(String path) {
    return path.length() <= 200 ? path : path.substring(0, 200) + "…";
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException large,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problems.of(ProblemType.TOO_LARGE, "The file is larger than 200 MB."));
  }

  /** What the framework refuses: the type follows from its status. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemType type = ProblemType.of(status);
    if (type == ProblemType.INTERNAL) {
      LOG.error("A request failed", failure);
    }
    String detail =
        body instanceof ProblemDetail problem && problem.getDetail() != null
            ? problem.getDetail()
            : type.title() + ".";
    ResponseEntity<Object> answer = answer(Problems.of(type, detail));
    HttpHeaders all = new HttpHeaders();
    all.putAll(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(answer.getBody(), all, type.status());
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    String retryAfter = RETRY_AFTER.get(problem.getStatus());
    if (retryAfter != null) {
      builder.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return builder.body(problem);
  }
}
