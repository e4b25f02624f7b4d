package dev.touchstone.application.upload.port.out;

/** Who runs uploads, a few at a time, the oldest of those that wait first. */
@FunctionalInterface
public interface UploadQueue {

  /**
   * Has an upload run when its turn comes; it is recorded and on disk. One that waits or runs is
   * left alone.
   */
  void put(long upload);
}
