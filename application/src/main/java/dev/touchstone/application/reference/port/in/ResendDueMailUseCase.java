package dev.touchstone.application.reference.port.in;

/**
 * Tries a mail again that has failed, or that was left behind when the server stopped. Several
 * servers may do so at the same time.
 */
@FunctionalInterface
public interface ResendDueMailUseCase {

  /**
   * Tries the mail that has been due longest, with a fresh link; the earlier link can be used until
   * the new one is sent. What needs no mail any more is given up.
   *
   * @return whether there was a mail due
   */
  boolean resendNext();
}
