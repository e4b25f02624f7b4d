package dev.touchstone.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class NightFailureTest {

  @Test
  void saysHowToGiveMoreMemory() {
    assertThat(
            NightFailure.sentenceOf(
                new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo("The memory was not enough (Java heap space): give more by java -Xmx.");
  }

  @Test
  void saysWhatAnotherVersionOfAStepMeans() {
    assertThat(
            NightFailure.sentenceOf(
                new OptimisticLockingFailureException("step execution with wrong version (7)")))
        .startsWith("The record of the step was changed by another, or lost in a crash")
        .contains("wrong version (7)");
  }
}
