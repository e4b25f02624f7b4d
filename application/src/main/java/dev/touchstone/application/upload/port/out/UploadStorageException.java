package dev.touchstone.application.upload.port.out;

/** The disk does not take what comes in: it is full, or something is wrong with it. */
public final class UploadStorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done, and why. */
  public UploadStorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
