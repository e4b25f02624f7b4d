package dev.touchstone.batch.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is at its place whole or not at all. */
final class AtomicFile {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String UNFINISHED = ".tmp";

  private AtomicFile() {}

  /**
   * Writes beside the target, then moves into its place. Folders are made as needed; what a process
   * that died left beside it is deleted. A target has one writer at a time.
   */
  static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("No file can be written at " + target);
    }
    Files.createDirectories(folder);
    String beginning = "." + target.getFileName();
    deleteUnfinished(folder, beginning);
    Path unfinished = Files.createTempFile(folder, beginning, UNFINISHED);
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER_BYTES)) {
        content.writeTo(out);
      }
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Between a target's name and the ending there are the digits drawn for the file alone. */
  private static void deleteUnfinished(Path folder, String beginning) throws IOException {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(folder, file -> isUnfinished(file, beginning))) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isUnfinished(Path file, String beginning) {
    String name = file.getFileName().toString();
    return name.startsWith(beginning)
        && name.endsWith(UNFINISHED)
        && name.substring(beginning.length(), name.length() - UNFINISHED.length())
            .chars()
            .allMatch(Character::isDigit);
  }

  /** What writes itself to a stream. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
