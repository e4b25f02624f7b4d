package dev.touchstone.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
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
    "08006, see that the database runs and can be reached.",
    "08P01, 'name a PostgreSQL server itself, and see its log.'",
    "55P03, 'let it end, or end it (pg_stat_activity names it).'",
    "40P01, 'nothing is half done, try again.'",
    "40001, 'nothing is half done, try again.'"
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

    assertThat(DatabaseTrouble.findSentence(failure))
        .hasValue(
            "The database gave no connection in time (Connection is not available, request timed"
                + " out): see that it runs, can be reached and takes as many connections.");
  }

  @Test
  void tellsWhatTheServerSaidBeforeWhatThePoolMadeOfIt() {
    SQLException failure =
        new SQLTransientConnectionException(
            "Connection is not available", new SQLException("FATAL: sorry, too many", "53300"));

    assertThat(DatabaseTrouble.findSentence(failure))
        .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("its max_connections."));
  }

  @Test
  void saysNoMoreThanIsKnownWhereThereIsNoCode() {
    assertThat(DatabaseTrouble.findSentence(new SQLException("Connection is closed")))
        .hasValue(
            "The connection to the database is gone (Connection is closed): see that the database"
                + " runs and can be reached.");
    assertThat(DatabaseTrouble.findSentence(new SQLException("Something odd")))
        .hasValue(
            "The database could not be used (Something odd): see that it runs and can be reached.");
    assertThat(DatabaseTrouble.findSentence(new SQLException((String) null)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("(SQLException)"));
  }

  @Test
  void leavesMistakesOfTheProgramAlone() {
    assertThat(DatabaseTrouble.findSentence(new SQLException("syntax error", "42601"))).isEmpty();
    assertThat(DatabaseTrouble.findSentence(new SQLFeatureNotSupportedException("none"))).isEmpty();
    assertThat(DatabaseTrouble.findSentence(new IllegalStateException("none"))).isEmpty();
  }
}
