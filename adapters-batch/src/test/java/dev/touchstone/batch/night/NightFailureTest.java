package dev.touchstone.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NightFailureTest {

  @Test
  void saysHowToGiveMoreMemory() {
    assertThat(
            NightFailure.sentenceOf(
                new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo("The memory was not enough (Java heap space): give more by java -Xmx.");
  }
}
