package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails through a mail server. */
public final class SmtpReferenceMails implements ReferenceMails {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpReferenceMails.class);

  private final JavaMailSender sender;
  private final LetterMessages messages;

  /** Sends by the sender. */
  public SmtpReferenceMails(JavaMailSender sender, LetterMessages messages) {
    this.sender = sender;
    this.messages = messages;
  }

  @Override
  public MailOutcome send(ReferenceLetter letter) {
    try {
      MimeMessage message = sender.createMimeMessage();
      messages.fill(message, letter);
      sender.send(message);
      return new MailOutcome.Sent();
    } catch (MailAuthenticationException e) {
      return failed(letter, e, "The mail server does not accept the product's sign-in.");
    } catch (MailException e) {
      return failed(letter, e, "The mail server cannot be reached or does not take the mail.");
    } catch (MessagingException e) {
      return failed(letter, e, "The mail could not be put together.");
    }
  }

  private static MailOutcome failed(ReferenceLetter letter, Exception failure, String reason) {
    LOG.warn("The mail about reference {} was not sent", letter.reference(), failure);
    return new MailOutcome.Failed(reason);
  }
}
