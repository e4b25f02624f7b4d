package dev.touchstone.batch.directory;

import java.io.IOException;

/** A file of the published feed does not say what it should; the message names file and fault. */
final class MalformedFeedException extends IOException {

  MalformedFeedException(String message) {
    super(message);
  }

  MalformedFeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
