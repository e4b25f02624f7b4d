package dev.touchstone.application.upload.port.in;

import java.util.List;

/** Ends the time for which files of uploads are kept for their vendors. */
public interface ExpireUploadsUseCase {

  /**
   * Gives up the files of uploads that ended long enough ago, some at a time. What is known of the
   * uploads stays, and so does, in the archive, every workbook that evidence came from. Files that
   * were kept for uploads that never came to last are removed. One upload's trouble does not touch
   * the others.
   */
  ExpireUploadsResult expire();

  /**
   * What became of files.
   *
   * @param orphans the numbers under which files were removed that belong to no upload
   * @param failures the uploads whose files are still there though their time is over
   */
  record ExpireUploadsResult(List<Long> orphans, List<Failure> failures) {
    /** Copies the lists. */
    public ExpireUploadsResult {
      orphans = List.copyOf(orphans);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Files that could not be given up; they are tried again the next time.
   *
   * @param upload whose
   * @param cause why
   */
  record Failure(long upload, RuntimeException cause) {}
}
