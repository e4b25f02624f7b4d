package dev.touchstone.batch.directory;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** File operations that a loss of power does not undo once the folder is synchronized. */
final class DurableFiles {

  private DurableFiles() {}

  /** Writes the file whole; it is on the disk when this returns. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
  }

  /** Writes all that comes to the file; it is on the disk when this returns. */
  static void write(Path file, InputStream bytes) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      bytes.transferTo(out);
      out.getFD().sync();
    }
  }

  /** Puts a file in the place of another, so that a reader sees the one or the other. */
  static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Creates the folder and those above it where they are missing, each name made to last; a link to
   * a folder will do.
   */
  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolder(parent);
    }
    Files.createDirectories(folder);
    if (parent != null) {
      syncFolder(parent);
    }
  }

  /** Makes the names in a folder last. */
  static void syncFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // Windows cannot open a folder; its file system keeps the names by itself.
      return;
    }
    // A channel breaks off when its thread is interrupted. What is so nearly done is ended first.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
