package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.ReferenceLetter;

/** Sends mails to customers. */
@FunctionalInterface
public interface ReferenceMails {

  /** Puts the letter into words and sends it; returns when it is sent or cannot be. */
  MailOutcome send(ReferenceLetter letter);

  /** What has become of a mail. */
  sealed interface MailOutcome {

    /** It is sent. */
    record Sent() implements MailOutcome {}

    /**
     * It could not be sent.
     *
     * @param reason why, in one sentence without secrets
     */
    record Failed(String reason) implements MailOutcome {}
  }
}
