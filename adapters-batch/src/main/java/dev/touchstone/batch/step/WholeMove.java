package dev.touchstone.batch.step;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Moves files so that nobody sees part of one, and none takes the place of another. */
public final class WholeMove {

  private WholeMove() {}

  /**
   * Moves a file to a path that is free; from another file system by a hidden copy beside it, in
   * the place of one that a dead process left. Folders are made as needed. A file that cannot be
   * moved stays where it is, and has no copy.
   */
  public static void move(Path from, Path to) throws IOException {
    Path folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    DurableFiles.createFolder(folder);
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      requireMovable(from);
      Path hidden = to.resolveSibling("." + to.getFileName() + ".part");
      DurableFiles.copy(from, hidden);
      Files.move(hidden, to, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.syncFolder(folder);
      deleteOriginal(from, to);
    }
    DurableFiles.syncFolder(folder);
  }

  /** Refuses a file in a folder from which this user may remove none. */
  public static void requireMovable(Path file) throws AccessDeniedException {
    if (!Files.isWritable(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
      throw new AccessDeniedException(file.toString(), null, "it cannot be removed there");
    }
  }

  /** A folder that may be written can still keep a file, as a sticky one does another user's. */
  private static void deleteOriginal(Path original, Path copy) throws IOException {
    try {
      Files.deleteIfExists(original);
    } catch (IOException kept) {
      // A copy whose original stays would be made again and again.
      Files.deleteIfExists(copy);
      throw kept;
    }
  }
}
