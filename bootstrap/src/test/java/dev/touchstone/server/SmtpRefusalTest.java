package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import dev.touchstone.web.reference.LetterMessages;
import dev.touchstone.web.reference.LetterWriter;
import dev.touchstone.web.reference.SmtpReferenceMails;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of the replies of a mail server. */
class SmtpRefusalTest {

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 No such user, Refused",
    "RCPT, 553 5.1.3 Bad address, Refused",
    "RCPT, 554 5.7.1 Relay access denied, Refused",
    "RCPT, 450 4.2.1 Greylisted, Failed",
    "RCPT, 452 4.2.2 Mailbox full, Failed",
    "MAIL, 550 5.7.1 Sender refused, Refused",
    "MAIL, 530 5.7.0 Authentication required, Failed",
    "MAIL, 451 4.3.0 Try again later, Failed",
    "DATA, 554 5.6.0 No such mails here, Refused",
    "., 552 5.3.4 Message too big, Refused",
    "., 451 4.3.0 Try again later, Failed",
    "NONE, 250 OK, Sent"
  })
  void triesAgainUnlessTheRefusalIsPermanent(String command, String reply, String outcome)
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> serve(server, command, reply), "smtp");
      thread.start();

      assertThat(send(server.getLocalPort()).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  private static MailOutcome send(int port) {
    StaticMessageSource words = new StaticMessageSource();
    words.setUseCodeAsDefaultMessage(true);
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    ReferenceLetter letter =
        new ReferenceLetter.Invitation(
            new ReferenceId("R-1"),
            new EmailAddress("mario@rossi.example"),
            null,
            Language.EN,
            new LinkToken("token"),
            "Officina",
            "CRM",
            "Rossi",
            Instant.parse("2010-11-15T10:00:00Z"));
    return new SmtpReferenceMails(
            sender,
            new LetterMessages(
                new LetterWriter(words, URI.create("https://example.org")),
                new EmailAddress("touchstone@example.org")))
        .send(letter.reference(), () -> letter);
  }

  /** Speaks as much SMTP as one mail takes, and gives one command the reply. */
  private static void serve(ServerSocket server, String refused, String reply) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 here");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        String command = line.equals(".") ? "." : line.substring(0, 4).toUpperCase(Locale.ROOT);
        data = command.equals("DATA") && !refused.equals("DATA");
        say(out, command.equals(refused) ? reply : data ? "354 go on" : "250 OK");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
