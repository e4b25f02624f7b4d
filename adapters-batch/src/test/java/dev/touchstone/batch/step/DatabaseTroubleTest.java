package dev.touchstone.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "53100, make room there.",
    "53200, or less to do.",
    "53300, raise its max_connections.",
    "57014, raise the statement_timeout of this user.",
    "25006, name the one that is written to.",
    "57P01, see that the database runs and can be reached.",
    "57P03, see that the database runs and can be reached.",
    "08006, see that the database runs and can be reached."
  })
  void saysWhatToDo(String state, String advice) {
    SQLException failure = new SQLException("ERROR: so it is\n  Hint: none", state);

    assertThat(DatabaseTrouble.findSentence(new IllegalStateException("wrapped", failure)))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("(ERROR: so it is)").endsWith(advice));
  }

  @Test
  void speaksOfTheConnectionAndNotOfTheStreamUnderIt() {
    SQLException failure =
        new SQLException(
            "An I/O error occurred while sending to the backend.", "08006", new EOFException());

    assertThat(DatabaseTrouble.findSentence(failure))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).startsWith("The connection to the database is gone ("));
  }

  @Test
  void knowsAPoolThatWaitedInVain() {
    SQLException failure =
        new SQLTransientConnectionException("Connection is not available, request timed out");

    assertThat(DatabaseTrouble.findSentence(failure)).isPresent();
  }

  @Test
  void knowsAPoolThatHasThrownABrokenConnectionAway() {
    assertThat(DatabaseTrouble.findSentence(new SQLException("Connection is closed"))).isPresent();
  }

  @Test
  void leavesMistakesOfTheProgramAlone() {
    assertThat(DatabaseTrouble.findSentence(new SQLException("syntax error", "42601"))).isEmpty();
    assertThat(DatabaseTrouble.findSentence(new IllegalStateException("none"))).isEmpty();
  }
}
