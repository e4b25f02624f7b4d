package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.domain.reference.ReferenceId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Supplier;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails through a mail server. */
public final class SmtpReferenceMails implements ReferenceMails {

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
    } catch (MailException e) {
      return MailFailures.of(
          reference, e, "The mail server cannot be reached or does not take the mail.");
    } catch (MessagingException | RuntimeException e) {
      return MailFailures.of(reference, e, "The mail could not be put together.");
    }
  }
}
