package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.domain.reference.ReferenceId;
import java.util.function.Supplier;

/** Sends mails to customers. */
@FunctionalInterface
public interface ReferenceMails {

  /**
   * Puts the letter into words and sends it; returns when it is sent or cannot be. Whatever goes
   * wrong is an outcome, never an exception, so that one mail does not hold up others.
   *
   * @param reference what the letter is about
   * @param letter gives the letter; what it throws is a failure of this mail, too
   */
  MailOutcome send(ReferenceId reference, Supplier<ReferenceLetter> letter);

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

    /**
     * The mail server has refused it for good: to try again would be in vain.
     *
     * @param reason why, in one sentence without secrets
     */
    record Refused(String reason) implements MailOutcome {}
  }
}
