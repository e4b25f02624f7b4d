package dev.touchstone.batch.directory;

import java.nio.file.Path;

/** The feed cannot be published. The message says why and what to do; nothing was replaced. */
public final class FeedException extends RuntimeException {

  FeedException(String message) {
    super(message);
  }

  private FeedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the folder publishes now is not what its manifest says, so no change can be told. */
  static FeedException damaged(Path folder, MalformedFeedException cause) {
    return new FeedException(
        "The feed published in "
            + folder
            + " is damaged: "
            + cause.getMessage()
            + ". Restore it from a copy, or move its "
            + FeedFolder.MANIFEST
            + " away to publish the next night anew, with every partner as ADDED.",
        cause);
  }

  /** The folder does not take files. */
  static FeedException unwritable(Path folder, Exception cause) {
    return new FeedException(
        "The feed cannot be written to "
            + folder
            + " ("
            + cause
            + "). Give a folder that can be written and has room, and run the night again.",
        cause);
  }
}
