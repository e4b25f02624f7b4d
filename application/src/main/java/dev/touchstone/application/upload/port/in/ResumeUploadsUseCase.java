package dev.touchstone.application.upload.port.in;

/** Puts uploads in order after a process, or a connection to the database, has ended in any way. */
public interface ResumeUploadsUseCase {

  /**
   * Has uploads that have not ended run, oldest first, and removes what came in and belongs to
   * none. To be called before anything new can come in, and again every now and then; what waits or
   * runs already is not run twice.
   */
  void resume();
}
