package dev.touchstone.application.upload.port.in;

/** Puts uploads in order after a process has ended, in whatever way. */
public interface ResumeUploadsUseCase {

  /**
   * Has uploads that have not ended run, oldest first, and removes files that belong to none. To be
   * called before anything new can come in.
   */
  void resume();
}
