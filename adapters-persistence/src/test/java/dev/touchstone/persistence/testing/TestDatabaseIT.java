package dev.touchstone.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

  @Test
  void runsOnTheProductsMajorVersion() {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(query(database, "SELECT version()")).startsWith("PostgreSQL 18.");
    }
  }

  @Test
  void comparesTextByCodePoint() {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(
              query(
                  database, "SELECT string_agg(v, '' ORDER BY v) FROM unnest('{a,é,B}'::text[]) v"))
          .isEqualTo("Baé");
      assertThat(query(database, "SELECT lower('É')")).isEqualTo("é");
    }
  }

  @Test
  void givesEachCallerAnEmptyDatabaseOfItsOwn() {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      JdbcClient.create(one.dataSource()).sql("CREATE TABLE partner (id text)").update();

      assertThat(query(one, "SELECT to_regclass('partner')::text")).isEqualTo("partner");
      assertThat(query(other, "SELECT coalesce(to_regclass('partner')::text, 'absent')"))
          .isEqualTo("absent");
    }
  }

  @Test
  void dropsTheDatabaseEvenWhileConnected() throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (var connection = database.dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();

      database.close();

      assertThatThrownBy(() -> database.dataSource().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("does not exist");
    }
  }

  private static String query(TestDatabase database, String sql) {
    return JdbcClient.create(database.dataSource()).sql(sql).query(String.class).single();
  }
}
