package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.domain.text.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes letters messages that mail servers take. */
public final class LetterMessages {

  private final LetterWriter writer;
  private final EmailAddress from;

  /**
   * Takes the words.
   *
   * @param from whom the messages come from
   */
  public LetterMessages(LetterWriter writer, EmailAddress from) {
    this.writer = writer;
    this.from = from;
  }

  /** Fills an empty message. */
  void fill(MimeMessage message, ReferenceLetter letter) throws MessagingException {
    LetterText text = writer.write(letter);
    MimeMessageHelper helper =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    helper.setFrom(from.value());
    helper.setTo(letter.to().value());
    helper.setSubject(text.subject());
    helper.setText(text.plain(), text.html());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language().code());
  }
}
