package dev.touchstone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The embedded server's password, in a file that only its user can read: a loopback address alone
 * would open the database, and through it the account, to every user of the machine.
 */
final class ServerPassword {

  private static final int BYTES = 24;

  private final Path file;

  ServerPassword(Path file) {
    this.file = file;
  }

  /** Writes a new password in place of any earlier one. */
  Path create() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(file, ownerOnly());
    return Files.writeString(file, HexFormat.of().formatHex(random));
  }

  String read() throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new DatabaseUnavailableException(
          "The password of the embedded PostgreSQL is missing: put back the file %s."
              .formatted(file),
          e);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
