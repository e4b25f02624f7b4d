package dev.touchstone.application.upload.port.in;

/** Ends an upload by what has become of its file. */
public interface SettleUploadUseCase {

  /**
   * Ends a running upload. Where the intake has not come to an end with its file the upload has
   * failed, and what was staged of it is forgotten; one that was read is as good as its rows, even
   * if no report could be written.
   */
  void settle(long upload);
}
