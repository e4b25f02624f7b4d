package dev.touchstone.application.reference;

/** How far a mail to a customer has come. */
public enum MailState {
  /** It waits to be sent, or is being sent. */
  PENDING,
  /** The mail server, or the folder for mails, has taken it. */
  SENT,
  /**
   * Nobody knows that it was sent, and it may have arrived all the same; the server tries again, or
   * a later mail has taken its place.
   */
  FAILED,
  /** It could not be sent, or was refused for good, and the server does not try again. */
  GIVEN_UP
}
