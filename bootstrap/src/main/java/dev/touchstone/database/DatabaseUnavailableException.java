package dev.touchstone.database;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot be created, started, reached or stopped. The message is for the
 * person who runs Touchstone: what happened, where, and what to do.
 */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message) {
    this(message, null);
  }

  DatabaseUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
