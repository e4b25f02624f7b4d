package dev.touchstone.application.upload.port.in;

/** Ends the time for which files of uploads are kept for their vendors. */
public interface ExpireUploadsUseCase {

  /**
   * Gives up the files of uploads that ended long enough ago, some at a time. What is known of the
   * uploads stays, and so does, in the archive, every workbook that evidence came from.
   */
  void expire();
}
