package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CommandFailureTest {

  @Test
  void endsTheServersWordsLikeASentence() {
    CommandFailure failure =
        CommandFailure.of(
            new IllegalStateException(new SQLException("FATAL: terminating connection")));

    assertThat(failure.getMessage())
        .startsWith("The database cannot be used: FATAL: terminating connection. Check that");
  }

  @Test
  void saysHowToGiveMoreMemory() {
    CommandFailure failure =
        CommandFailure.of(new IllegalStateException(new OutOfMemoryError("Java heap space")));

    assertThat(failure.exitCode()).isEqualTo(1);
    assertThat(failure.getMessage())
        .isEqualTo(
            "The memory was not enough (Java heap space): give more by java -Xmx, and run the"
                + " command again.");
  }
}
