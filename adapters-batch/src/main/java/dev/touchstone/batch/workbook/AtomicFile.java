package dev.touchstone.batch.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is at its place whole or not at all. */
final class AtomicFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private AtomicFile() {}

  /** Writes beside the target, then moves into its place. Folders are made as needed. */
  static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("No file can be written at " + target);
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
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

  /** What writes itself to a stream. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
