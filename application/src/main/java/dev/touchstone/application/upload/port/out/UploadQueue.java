package dev.touchstone.application.upload.port.out;

/** Who runs uploads, a few at a time, in the order in which they are put in. */
@FunctionalInterface
public interface UploadQueue {

  /** Has an upload run when its turn comes; it is recorded and on disk. */
  void put(long upload);
}
