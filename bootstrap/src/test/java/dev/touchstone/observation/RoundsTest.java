package dev.touchstone.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void goOnAfterAnError() throws InterruptedException {
    CountDownLatch made = new CountDownLatch(3);
    Rounds rounds =
        new Rounds(
            "rounds",
            Duration.ofMillis(1),
            () -> {
              made.countDown();
              throw new StackOverflowError("as an endless nesting would");
            });
    rounds.start();
    try {
      assertThat(made.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      rounds.stop();
    }
  }

  @Test
  void needAPause() {
    assertThatThrownBy(() -> new Rounds("database-pulse", Duration.ZERO, () -> {}))
        .hasMessage("database-pulse cannot run every PT0S; set a time above zero");
  }
}
