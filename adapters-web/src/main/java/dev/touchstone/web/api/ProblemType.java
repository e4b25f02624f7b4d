package dev.touchstone.web.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of problems that the API answers with (RFC 9457); their names never change. */
public enum ProblemType {
  /** Values of the request break its rules; {@code errors} names each. */
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request has invalid values"),
  /** The body is not what the operation takes: no JSON, an unknown field, a wrong type. */
  UNREADABLE_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
  /** There is no valid token. */
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
  /** The caller's role may not do this. */
  FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
  /** There is no such thing, or not for this caller. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
  /** The path exists, but not for this method. */
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
  /** None of the media types asked for is offered. */
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
  /** The state of things does not allow it. */
  CONFLICT(HttpStatus.CONFLICT, "In conflict with the present state"),
  /** It was there, and is deleted for good. */
  GONE(HttpStatus.GONE, "No longer kept"),
  /** The body comes so slowly that nobody waits for its end. */
  TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "Too slow"),
  /** Somebody else changed the resource since it was read. */
  LOST_UPDATE(HttpStatus.PRECONDITION_FAILED, "Changed by somebody else"),
  /** The body is larger than is taken. */
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
  /** The body's media type is not taken. */
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
  /** Understood, but a rule of the program forbids it. */
  RULE_VIOLATED(HttpStatus.UNPROCESSABLE_CONTENT, "A rule forbids this"),
  /** A change without the version it is made to. */
  IF_MATCH_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is required"),
  /** Too many at once or in too short a time. */
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
  /** A failure that is not the caller's fault. */
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "An unforeseen failure"),
  /** For the moment it cannot be done. */
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment"),
  /** There is no room for what the request brings. */
  INSUFFICIENT_STORAGE(HttpStatus.INSUFFICIENT_STORAGE, "No room");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The type that stands for a status. */
  public static ProblemType of(HttpStatusCode status) {
    for (ProblemType type : values()) {
      if (type.status.value() == status.value()) {
        return type;
      }
    }
    return status.is4xxClientError() ? INVALID_REQUEST : INTERNAL;
  }

  /** The status of answers of this type. */
  public HttpStatus status() {
    return status;
  }

  /** What all problems of the type have in common, in a few words. */
  public String title() {
    return title;
  }

  /** The {@code type} of the problem document. */
  public URI uri() {
    return URI.create(
        "urn:touchstone:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
