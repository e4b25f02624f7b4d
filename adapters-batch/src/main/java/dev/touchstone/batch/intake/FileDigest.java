package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file's content: what tells one content from another, whatever its name. */
public final class FileDigest {

  private static final int BUFFER = 1 << 16;

  private FileDigest() {}

  /** The digest in 64 hexadecimal digits. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The digest of a file found in an inbox. A file that cannot be read has no content to tell it
   * by, so its path stands in: it is registered all the same, and rejected when it is opened.
   */
  static String ofFound(Path file) {
    try {
      return of(file);
    } catch (IOException unreadable) {
      byte[] path = file.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256().digest(path));
    }
  }

  /** Whether a file still has the content that was found. */
  public static boolean isUnchanged(Path file, SourceFile found) {
    return Files.isRegularFile(file) && ofFound(file).equals(found.sha256());
  }

  /** A digest that has seen nothing yet, for content that is read for another reason. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
