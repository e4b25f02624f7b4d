package dev.touchstone.application.reference;

/** How far a mail to a customer has come. */
public enum MailState {
  /** It waits, or the product stopped before it was sent. */
  PENDING,
  /** The mail server, or the folder for mails, has taken it. */
  SENT,
  /** It could not be sent. */
  FAILED
}
