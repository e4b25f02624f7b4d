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
   * the place of one that a dead process left. Folders are made as needed.
   */
  public static void move(Path from, Path to) throws IOException {
    Path folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    DurableFiles.createFolder(folder);
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      // A copy whose original stays would be taken again and again.
      if (!Files.isWritable(Objects.requireNonNull(from.toAbsolutePath().getParent()))) {
        throw new AccessDeniedException(from.toString(), null, "it cannot be removed there");
      }
      Path hidden = to.resolveSibling("." + to.getFileName() + ".part");
      DurableFiles.copy(from, hidden);
      Files.move(hidden, to, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.syncFolder(folder);
      Files.delete(from);
    }
    DurableFiles.syncFolder(folder);
  }
}
