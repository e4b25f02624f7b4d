package dev.touchstone.batch.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroublesTest {

  private final Logger log = (Logger) LoggerFactory.getLogger("troubles");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Troubles troubles = new Troubles(log);

  @BeforeEach
  void listen() {
    said.start();
    log.setAdditive(false);
    log.addAppender(said);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(said);
  }

  @Test
  void saysATroubleOnceUntilItChanges() {
    tell("a.csv", "broken");
    tell("a.csv", "broken");
    tell("b.csv", "broken");
    tell("a.csv", "gone");

    assertThat(sentences())
        .containsExactly(
            "a.csv cannot be taken (IllegalStateException: broken); it is tried again",
            "b.csv cannot be taken (IllegalStateException: broken); it is tried again",
            "a.csv cannot be taken (IllegalStateException: gone); it is tried again");
  }

  @Test
  void saysItAnewOnceItWasFineOrNotThere() {
    tell("a.csv", "broken");
    troubles.clear("a.csv");
    tell("a.csv", "broken");
    troubles.keep(List.of("b.csv"));
    tell("a.csv", "broken");

    assertThat(said.list).hasSize(3);
  }

  @Test
  void saysATroubleOnceWhileAnotherServerIsAtItNowAndThen() {
    for (int look = 0; look < 3; look++) {
      troubles.attempt("a.csv", TroublesTest::fail);
      troubles.attempt("a.csv", () -> InboxDoor.Taking.LATER);
    }
    assertThat(sentences())
        .containsExactly(
            "a.csv cannot be taken (IllegalStateException: broken); it is tried again");

    troubles.attempt("a.csv", () -> InboxDoor.Taking.DONE);
    troubles.attempt("a.csv", TroublesTest::fail);
    assertThat(said.list).hasSize(2);
  }

  private static InboxDoor.Taking fail() {
    throw new IllegalStateException("broken");
  }

  private void tell(String what, String message) {
    troubles.tell(what, new IllegalStateException(message));
  }

  private List<String> sentences() {
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
