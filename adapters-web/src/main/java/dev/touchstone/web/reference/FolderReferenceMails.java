package dev.touchstone.web.reference;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.domain.reference.ReferenceId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes mails to a folder, where there is no mail server: each a file {@code .eml} that only its
 * owner can read, because the links in it sign.
 */
public final class FolderReferenceMails implements ReferenceMails {

  private static final Logger LOG = LoggerFactory.getLogger(FolderReferenceMails.class);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final LetterMessages messages;
  private final Clock clock;

  /** Writes below the folder, which is made with the first mail. */
  public FolderReferenceMails(Path folder, LetterMessages messages, Clock clock) {
    this.folder = folder;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public MailOutcome send(ReferenceId reference, Supplier<ReferenceLetter> letter) {
    try {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
      ReferenceLetter written = letter.get();
      messages.fill(message, written);
      Path file = write(message, written);
      LOG.info(
          "There is no mail server: the mail about reference {} was written to {}",
          reference,
          file);
      return new MailOutcome.Sent();
    } catch (IOException e) {
      return MailFailures.of(
          reference, e, "The mail could not be written to the folder for mails.");
    } catch (MessagingException | RuntimeException e) {
      return MailFailures.of(reference, e, "The mail could not be put together.");
    }
  }

  private Path write(MimeMessage message, ReferenceLetter letter)
      throws IOException, MessagingException {
    Files.createDirectories(folder, onlyOwner("rwx------"));
    String kind = letter instanceof ReferenceLetter.Invitation ? "invitation" : "receipt";
    String name = "%s-%s-%s".formatted(TIME.format(clock.instant()), letter.reference(), kind);
    for (int number = 1; ; number++) {
      Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".eml");
      try (OutputStream out =
          Channels.newOutputStream(
              Files.newByteChannel(
                  file,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  onlyOwner("rw-------")))) {
        message.writeTo(out);
        return file;
      } catch (FileAlreadyExistsException taken) {
        LOG.debug("{} is taken", file);
      }
    }
  }

  private FileAttribute<?>[] onlyOwner(String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
