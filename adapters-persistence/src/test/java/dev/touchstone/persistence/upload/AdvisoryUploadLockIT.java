package dev.touchstone.persistence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.port.out.UploadLock.Held;
import dev.touchstone.persistence.MigratedDatabase;
import org.junit.jupiter.api.Test;

class AdvisoryUploadLockIT {

  private final AdvisoryUploadLock lock = new AdvisoryUploadLock(MigratedDatabase.empty());

  @Test
  void isHeldByOneAtATimeForEachUpload() {
    Held first = lock.tryAcquire(1).orElseThrow();

    assertThat(lock.tryAcquire(1)).isEmpty();
    lock.tryAcquire(2).orElseThrow().close();

    first.close();
    lock.tryAcquire(1).orElseThrow().close();
  }
}
