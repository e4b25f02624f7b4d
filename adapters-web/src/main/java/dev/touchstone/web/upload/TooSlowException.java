package dev.touchstone.web.upload;

import java.io.IOException;

/** What is read comes too slowly. */
final class TooSlowException extends IOException {

  private static final long serialVersionUID = 1L;

  TooSlowException() {
    super("The body comes too slowly");
  }
}
