package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.domain.text.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** Puts letters into words, as plain text and as a simple page. */
public final class LetterWriter {

  /** Long enough for any name that is one, short enough for a list of mails. */
  private static final int LONGEST_SUBJECT = 150;

  private final MessageSource messages;
  private final String publicUrl;

  /**
   * Takes the words.
   *
   * @param publicUrl where customers reach the pages
   */
  public LetterWriter(MessageSource messages, URI publicUrl) {
    this.messages = messages;
    this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
  }

  LetterText write(ReferenceLetter letter) {
    if (letter instanceof ReferenceLetter.Invitation invitation) {
      return compose(
          letter,
          "mail.invitation",
          publicUrl + SigningPages.PATH + "/" + letter.token().value(),
          "",
          say(
              letter,
              "mail.invitation.expires",
              ReadableDates.of(invitation.expiresAt(), letter.language())));
    }
    ReferenceLetter.Receipt receipt = (ReferenceLetter.Receipt) letter;
    return compose(
        letter,
        "mail.receipt",
        publicUrl + ReceiptPages.PATH + "/" + letter.token().value(),
        ReadableDates.of(receipt.signedOn(), letter.language()),
        say(letter, "mail.receipt.keep"));
  }

  private LetterText compose(
      ReferenceLetter letter, String key, String link, String date, String afterLink) {
    String partner = oneLine(letter.partner());
    String name = letter.greeting();
    List<String> before = new ArrayList<>();
    before.add(
        name == null
            ? say(letter, "mail.greeting.unnamed")
            : say(letter, "mail.greeting", oneLine(name)));
    before.add(
        say(
            letter,
            key + ".text",
            partner,
            oneLine(letter.customer()),
            oneLine(letter.specialization()),
            date));
    List<String> after = List.of(afterLink, say(letter, "mail.footer"));
    return new LetterText(
        shortened(say(letter, key + ".subject", partner)),
        plain(before, link, after),
        html(letter.language(), before, link, say(letter, key + ".link"), after));
  }

  private String say(ReferenceLetter letter, String key, Object... values) {
    return messages.getMessage(key, values, letter.language().locale());
  }

  private static String plain(List<String> before, String link, List<String> after) {
    return String.join("\n\n", before) + "\n\n" + link + "\n\n" + String.join("\n\n", after) + "\n";
  }

  private static String html(
      Language language, List<String> before, String link, String label, List<String> after) {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="utf-8"></head>
        <body>
        %s
        <p><a href="%s">%s</a><br>%s</p>
        %s
        </body>
        </html>
        """
        .formatted(
            language.code(),
            paragraphs(before),
            escape(link),
            escape(label),
            escape(link),
            paragraphs(after));
  }

  private static String paragraphs(List<String> texts) {
    return texts.stream()
        .map(text -> "<p>" + escape(text) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  /** Names come from files, too, and those may have line breaks: no header may. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }

  private static String shortened(String subject) {
    if (subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT) {
      return subject;
    }
    return String.format(
        Locale.ROOT, "%s…", subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT)));
  }
}
