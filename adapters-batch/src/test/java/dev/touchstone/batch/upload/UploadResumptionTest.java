package dev.touchstone.batch.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase.ExpireUploadsResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UploadResumptionTest {

  @Test
  void goesOnAgainAndAgainWhateverHappens() throws InterruptedException {
    CountDownLatch times = new CountDownLatch(4);
    AtomicInteger calls = new AtomicInteger();
    UploadResumption resumption =
        new UploadResumption(
            () -> {
              times.countDown();
              switch (calls.incrementAndGet()) {
                case 2 -> throw new IllegalStateException("The database is away");
                case 3 -> throw new StackOverflowError();
                default -> {}
              }
            },
            () -> {
              throw new IllegalStateException("Nothing can be deleted");
            },
            Duration.ofMillis(1));

    resumption.start();

    try {
      assertThat(times.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(resumption.isRunning()).isTrue();
    } finally {
      resumption.stop();
    }
    assertThat(resumption.isRunning()).isFalse();
  }

  @Test
  void refusesAnIntervalOfNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UploadResumption(
                    () -> {}, () -> new ExpireUploadsResult(List.of(), List.of()), Duration.ZERO))
        .withMessageContaining("touchstone.upload.resume-every");
  }
}
