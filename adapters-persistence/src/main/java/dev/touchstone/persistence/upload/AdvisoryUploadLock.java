package dev.touchstone.persistence.upload;

import dev.touchstone.application.upload.port.out.UploadLock;
import dev.touchstone.persistence.postgres.AdvisoryLock;
import java.util.Optional;
import javax.sql.DataSource;

/** The lock as an advisory lock of the database, one for each upload. */
public final class AdvisoryUploadLock implements UploadLock {

  /** The lock of upload n is this and n; no other advisory lock comes near. */
  private static final long BASE = 0x7570_0000_0000_0000L;

  private final DataSource dataSource;

  /** Locks among all processes that use the database of the data source. */
  public AdvisoryUploadLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Held> tryAcquire(long upload) {
    return new AdvisoryLock(dataSource, BASE + upload).tryAcquire().map(held -> held::close);
  }
}
