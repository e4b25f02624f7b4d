package dev.touchstone.batch.step;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Failures of the file system in words: of most of them the message is the path alone. */
public final class FileTrouble {

  private FileTrouble() {}

  /** What is wrong with which file, in one sentence. */
  public static String sentenceOf(FileSystemException failure) {
    String file = failure.getFile();
    if (failure instanceof AccessDeniedException) {
      return file + " may not be read or written; give this user the right to.";
    }
    if (failure instanceof NoSuchFileException) {
      return file + " is not there.";
    }
    String reason = failure.getReason();
    if (failure instanceof FileAlreadyExistsException
        || failure instanceof NotDirectoryException
        || "Not a directory".equals(reason)) {
      return "Something else is where a folder should be for " + file + "; move it away.";
    }
    return file + " cannot be used" + (reason == null ? "." : ": " + reason + ".");
  }
}
