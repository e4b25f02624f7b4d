package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.domain.reference.ReferenceId;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails through a mail server. */
public final class SmtpReferenceMails implements ReferenceMails {

  /**
   * How the words of a permanent refusal begin (RFC 5321, 4.2.1). 530 asks the product to sign in
   * and says nothing of the mail (RFC 4954, 6).
   */
  private static final Pattern REFUSED_FOR_GOOD =
      Pattern.compile("5(?!30)\\d\\d[ -].*", Pattern.DOTALL);

  private final JavaMailSender sender;
  private final LetterMessages messages;

  /** Sends by the sender. */
  public SmtpReferenceMails(JavaMailSender sender, LetterMessages messages) {
    this.sender = sender;
    this.messages = messages;
  }

  @Override
  public MailOutcome send(ReferenceId reference, Supplier<ReferenceLetter> letter) {
    try {
      MimeMessage message = sender.createMimeMessage();
      messages.fill(message, letter.get());
      sender.send(message);
      return new MailOutcome.Sent();
    } catch (MailAuthenticationException e) {
      return MailFailures.of(
          reference, e, "The mail server does not accept the product's sign-in.");
    } catch (MailSendException e) {
      return isRefusedForGood(e)
          ? MailFailures.refused(
              reference, e, "The mail server refuses the mail; the address may be wrong.")
          : notSent(reference, e);
    } catch (MailException e) {
      return notSent(reference, e);
    } catch (MessagingException | RuntimeException e) {
      return MailFailures.of(reference, e, "The mail could not be put together.");
    }
  }

  private static MailOutcome notSent(ReferenceId reference, MailException failure) {
    return MailFailures.of(
        reference, failure, "The mail server could not be reached or did not confirm the mail.");
  }

  /** Each mail has one recipient, so that one refusal is that of the mail. */
  private static boolean isRefusedForGood(MailSendException failure) {
    return Stream.of(failure.getMessageExceptions())
        .filter(SendFailedException.class::isInstance)
        .map(SendFailedException.class::cast)
        .anyMatch(refusal -> hasInvalidAddress(refusal) || saysSo(refusal.getMessage()));
  }

  /** A mail server that refuses an address for now leaves it valid. */
  private static boolean hasInvalidAddress(SendFailedException refusal) {
    return refusal.getInvalidAddresses() != null && refusal.getInvalidAddresses().length > 0;
  }

  private static boolean saysSo(@Nullable String reply) {
    return reply != null && REFUSED_FOR_GOOD.matcher(reply).matches();
  }
}
