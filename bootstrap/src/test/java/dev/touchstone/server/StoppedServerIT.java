package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.Touchstone;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that is told to stop while it runs a night. */
class StoppedServerIT {

  @TempDir Path folder;

  @Test
  void leavesItsNightStopped() throws Exception {
    Files.createDirectories(folder.resolve("inbox/partners"));
    Files.writeString(
        folder.resolve("inbox/partners/p.csv"),
        "partner_id,name,registered_on\nP-1,Uno,2009-01-01\n");
    try (TestDatabase database = TestDatabase.create()) {
      int port = freePort();
      String base = "http://localhost:" + port;
      TestTokens tokens = new TestTokens(base);
      Process server = start(database, port, tokens);
      try (BufferedReader console = console(server);
          Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        String line = console.readLine();
        while (line != null && !line.startsWith("Touchstone serves at")) {
          line = console.readLine();
        }
        assertThat(line).isNotNull();
        // Whoever merges partners waits for us, and we for the end of the server.
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
        assertThat(
                new Requests(base, "Authorization", "Bearer " + program(tokens))
                    .post("/api/v1/nights", "{\"businessDate\":\"2010-11-15\"}")
                    .status())
            .isEqualTo(202);
        JdbcClient sql = JdbcClient.create(database.dataSource());
        awaitMerge(sql);

        // The process's own way would close its output, too.
        server.toHandle().destroy();

        assertThat(console.lines())
            .contains(
                "Touchstone is stopping, and the night under way with it: restart that to finish"
                    + " it.");
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sql.sql("SELECT status FROM batch_job_execution").query(String.class).list())
            .containsExactly("STOPPED");
        assertThat(sql.sql("SELECT outcome FROM night").query(String.class).list())
            .containsExactly("STOPPED");
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
  }

  private static String program(TestTokens tokens) {
    return tokens.of("program", "program", Map.of(), Duration.ofMinutes(30));
  }

  private static void awaitMerge(JdbcClient sql) {
    String merging = "SELECT count(*) FROM batch_step_execution WHERE step_name = 'merge-partners'";
    for (int i = 0; i < 1_200 && sql.sql(merging).query(Long.class).single() == 0; i++) {
      Uploads.pause();
    }
    assertThat(sql.sql(merging).query(Long.class).single()).isEqualTo(1);
  }

  private Process start(TestDatabase database, int port, TestTokens tokens) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Touchstone.class.getName(),
            "serve",
            "--port=" + port,
            "--inbox=" + folder.resolve("inbox"),
            "--feed=" + folder.resolve("feed"),
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--touchstone.data=" + folder.resolve("data"),
            "--touchstone.token.key=" + tokens.pem())
        .redirectErrorStream(true)
        .start();
  }

  private static BufferedReader console(Process server) {
    return new BufferedReader(
        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
