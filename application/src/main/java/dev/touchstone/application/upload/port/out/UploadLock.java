package dev.touchstone.application.upload.port.out;

import java.util.Optional;

/** Lets one process at a time run an upload, across all that share the database. */
public interface UploadLock {

  /** The lock, unless a living process holds it; one that died holds nothing. */
  Optional<Held> tryAcquire(long upload);

  /** The lock while it is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
