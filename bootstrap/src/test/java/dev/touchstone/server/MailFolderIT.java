package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Mails where there is no mail server. */
class MailFolderIT {

  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  @Test
  void writesMailsThatOnlyTheirOwnerReads() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("dev.touchstone.web.reference");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    try (ServerFixture server = ServerFixture.start()) {
      // The start sets up logging anew.
      logger.addAppender(log);
      logger.setLevel(Level.DEBUG);
      EvidenceSql evidence = new EvidenceSql(server.sql());
      evidence.addPartner("P-1", "Officina\r\nBcc: everybody@example.org", null, null);
      evidence.addCompetency("P-1", "CRM");
      Answer answer =
          server
              .partner("P-1")
              .post(
                  "/api/v1/partners/P-1/references",
                  """
                  {"specialization": "CRM", "customerName": "Rossi", "signatoryName": "Łucja",
                   "signatoryEmail": "mario@rossi.example", "language": "en"}
                  """);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);

      Path folder = server.folder().resolve("data/mail");
      Path file = waitForFile(folder);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      MimeMessage message = read(file);
      assertThat(message.getSubject())
          .isEqualTo("A reference for Officina Bcc: everybody@example.org");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("mario@rossi.example");
      Matcher link = Pattern.compile("/references/sign/([A-Za-z0-9_-]{43})").matcher(text(file));
      assertThat(link.find()).isTrue();
      String token = link.group(1);

      assertThat(file.getFileName().toString()).doesNotContain(token);
      List<String> lines =
          List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
      assertThat(lines)
          .anyMatch(
              line ->
                  line.contains(answer.json().path("id").asString())
                      && line.contains(file.toString()))
          .noneMatch(line -> line.contains(token) || line.contains("mario@rossi.example"));
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
  }

  private static Path waitForFile(Path folder) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          List<Path> found = files.toList();
          if (found.size() == 1 && text(found.get(0)).contains("</html>")) {
            return found.get(0);
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No mail came to " + folder);
  }

  private static String text(Path file) throws Exception {
    MimeMessage message = read(file);
    return String.valueOf(partsOf(message.getContent()));
  }

  private static String partsOf(Object content) throws Exception {
    if (content instanceof jakarta.mail.Multipart parts) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(partsOf(parts.getBodyPart(i).getContent()));
      }
      return text.toString();
    }
    return String.valueOf(content);
  }

  private static MimeMessage read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }
}
