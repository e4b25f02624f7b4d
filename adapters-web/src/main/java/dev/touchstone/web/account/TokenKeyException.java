package dev.touchstone.web.account;

import org.jspecify.annotations.Nullable;

/**
 * The key for tokens that the server was given cannot be used; the message is for the person who
 * runs it.
 */
public final class TokenKeyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  TokenKeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
