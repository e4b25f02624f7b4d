package dev.touchstone.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailTimerTest {

  @Test
  void goesOnAfterAnError() throws InterruptedException {
    CountDownLatch rounds = new CountDownLatch(2);
    MailTimer timer =
        new MailTimer(
            () -> {
              rounds.countDown();
              throw new StackOverflowError("as an endless nesting would");
            },
            Duration.ofMillis(1));
    timer.start();
    try {
      assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      timer.stop();
    }
  }
}
