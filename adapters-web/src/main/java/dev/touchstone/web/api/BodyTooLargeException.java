package dev.touchstone.web.api;

import java.io.IOException;

/** A body goes on beyond what is taken. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLargeException(long most) {
    super("The body is larger than " + most / 1024 + " KiB.");
  }
}
