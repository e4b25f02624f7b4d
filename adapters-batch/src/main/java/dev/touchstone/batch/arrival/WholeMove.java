package dev.touchstone.batch.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Moves files so that nobody sees part of one, and none takes the place of another. */
final class WholeMove {

  private WholeMove() {}

  /** Moves a file to a path that is free; from another file system by a hidden copy beside it. */
  static void move(Path from, Path to) throws IOException {
    Path folder = Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      // A copy whose original stays would be taken again and again.
      if (!Files.isWritable(Objects.requireNonNull(from.toAbsolutePath().getParent()))) {
        throw new AccessDeniedException(from.toString(), null, "it cannot be removed there");
      }
      Path hidden = to.resolveSibling("." + to.getFileName() + ".part");
      copy(from, hidden);
      Files.move(hidden, to, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
      Files.delete(from);
    }
    sync(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      write(in, to);
    }
  }

  /**
   * Writes a file; it is on the disk when this returns.
   *
   * @return how many bytes
   */
  static long write(InputStream in, Path to) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      long bytes = in.transferTo(out);
      channel.force(true);
      return bytes;
    }
  }

  /** Makes the names in a folder last; Windows cannot open one, and keeps the names by itself. */
  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
