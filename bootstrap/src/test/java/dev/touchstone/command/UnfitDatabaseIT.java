package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases that no night can be run on. */
class UnfitDatabaseIT {

  private static final String HISTORY =
      "SELECT version FROM flyway_schema_history ORDER BY installed_rank";

  @TempDir Path folder;

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void oneThatTakesConnectionsAndSaysNothingIsNotWaitedForInVain() throws IOException {
    Files.createDirectories(folder.resolve("inbox"));
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Outcome outcome =
          CommandLineFixture.execute(
              List.of(
                  "nightly",
                  "--inbox=" + folder.resolve("inbox"),
                  "--feed=" + folder.resolve("feed"),
                  "--date=2010-11-15",
                  "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/x"
                      .formatted(silent.getLocalPort()),
                  "--touchstone.data=" + folder.resolve("data")));

      assertThat(outcome.err())
          .hasLineCount(1)
          .startsWith("The database cannot be used: Connection attempt timed out.");
      assertThat(outcome.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void oneOfANewerVersionIsLeftAlone() {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.migrate();
      commands.copySampleInbox();
      JdbcClient sql = JdbcClient.create(commands.database().dataSource());
      sql.sql(
              """
              INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                checksum, installed_by, execution_time, success)
              SELECT max(installed_rank) + 1, '999', 'to come', 'SQL', 'V999__to_come.sql', 1, 'x',
                1, true
              FROM flyway_schema_history
              """)
          .update();
      List<String> history = sql.sql(HISTORY).query(String.class).list();

      Outcome outcome = commands.nightly(CommandLineFixture.SAMPLE_DATE);

      assertThat(outcome.err())
          .hasLineCount(1)
          .startsWith("The database was brought up to date by a newer version of Touchstone")
          .contains("migration 999");
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(sql.sql(HISTORY).query(String.class).list()).isEqualTo(history);
      assertThat(sql.sql("SELECT count(*) FROM night").query(Long.class).single()).isZero();
      assertThat(commands.inbox().resolve("partners")).isNotEmptyDirectory();
    }
  }
}
