package dev.touchstone.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BinaryCopyIT {

  private static final List<String> COLUMNS = List.of("t", "ts", "i", "l", "b", "d", "by", "j");

  private final TestDatabase database = TestDatabase.create();
  private JdbcTemplate jdbc;
  private TransactionTemplate transaction;

  @BeforeEach
  void createTable() {
    DataSource dataSource = database.dataSource();
    jdbc = new JdbcTemplate(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    jdbc.execute(
        """
        CREATE TABLE everything (
          t text, ts text[], i integer, l bigint, b boolean, d date, by bytea, j json
        )
        """);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void writesEveryType() {
    long copied =
        copy(
            COLUMNS,
            copy -> {
              copy.beginRow();
              copy.writeText("però \uD83D\uDE00");
              copy.writeTexts(List.of("a", "", "è"));
              copy.writeInt(-7);
              copy.writeLong(Long.MIN_VALUE);
              copy.writeBoolean(true);
              copy.writeDate(LocalDate.of(1999, 12, 31));
              copy.writeBytes(new byte[] {0, -1});
              copy.writeText("{\"a\": 1}");
              copy.beginRow();
              copy.writeText("");
              copy.writeTexts(List.of());
              copy.writeNullsToEnd();
              copy.beginRow();
              copy.writeText(null);
              copy.writeNull();
              copy.writeInt(1);
              copy.writeNull();
              copy.writeBoolean(false);
              copy.writeDate(null);
              copy.writeNullsToEnd();
            });

    assertThat(copied).isEqualTo(3);
    assertThat(jdbc.queryForList("SELECT everything::text FROM everything", String.class))
        .containsExactly(
            "(\"però \uD83D\uDE00\",\"{a,\"\"\"\",è}\",-7,-9223372036854775808,t,1999-12-31,"
                + "\"\\\\x00ff\",\"{\"\"a\"\": 1}\")",
            "(\"\",{},,,,,,)",
            "(,,1,,f,,,)");
  }

  @Test
  void writesMoreThanItsBufferHolds() {
    long seed = 20101030;
    Random random = new Random(seed);
    String[] texts = new String[300];
    for (int i = 0; i < texts.length; i++) {
      texts[i] =
          (i % 2 == 0 ? "a" : "è\uD83D\uDE00").repeat(random.nextInt(i == 7 ? 200_000 : 3_000));
    }
    copy(
        List.of("t"),
        copy -> {
          for (String text : texts) {
            copy.beginRow();
            copy.writeText(text);
          }
        });

    assertThat(jdbc.queryForList("SELECT t FROM everything ORDER BY ctid", String.class))
        .as("seed %d", seed)
        .isEqualTo(Arrays.asList(texts));
  }

  @Test
  void refusesTextThatCannotBeStoredAndLeavesTheConnectionUsable() {
    assertThatThrownBy(() -> copyText("a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Column t of everything: text with the character U+0000 cannot be stored");
    assertThatThrownBy(() -> copyText("\uD83D"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half a surrogate pair");
    assertThat(copyText("fine")).isEqualTo(1);
  }

  @Test
  void refusesRowsThatAreNotWhole() {
    assertThatThrownBy(() -> copy(List.of("t", "i"), BinaryCopyIT::writeHalfARow))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> copy(List.of("t"), BinaryCopyIT::writeRowAndAHalf))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void joinsTheCallersTransaction() {
    transaction.executeWithoutResult(
        status -> {
          copyText("lost");
          status.setRollbackOnly();
        });

    assertThat(jdbc.queryForObject("SELECT count(*) FROM everything", Long.class)).isZero();
    assertThatThrownBy(() -> BinaryCopy.into(jdbc, "everything", List.of("t"), copy -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void writeHalfARow(BinaryCopy copy) throws SQLException {
    copy.beginRow();
    copy.writeText("half");
  }

  private static void writeRowAndAHalf(BinaryCopy copy) throws SQLException {
    copy.beginRow();
    copy.writeText("whole");
    copy.writeText("half");
  }

  private long copyText(String text) {
    return copy(
        List.of("t"),
        copy -> {
          copy.beginRow();
          copy.writeText(text);
        });
  }

  private long copy(List<String> columns, BinaryCopy.Rows rows) {
    return transaction.execute(status -> BinaryCopy.into(jdbc, "everything", columns, rows));
  }
}
