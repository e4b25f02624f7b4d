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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A server killed in the middle of an upload: the next one goes on with it, and with who waited.
 */
class KilledServerIT {

  private static final String SURVEY = "alfa/alfa-2010-1.xlsx";

  @TempDir Path folder;

  @Test
  void itsUploadsAreGoneOnWithByTheNext() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      int port = freePort();
      String base = "http://localhost:" + port;
      TestTokens tokens = new TestTokens(base);
      Requests vendor = vendor(base, tokens, "alfa");
      Requests other = vendor(base, tokens, "beta");
      Requests third = vendor(base, tokens, "gamma");
      JdbcClient sql = JdbcClient.create(database.dataSource());

      Process killed = start(database, port, tokens);
      List<String> locations;
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        // Whoever merges waits for us, with all rows staged.
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
        locations = List.of(upload(vendor), upload(other), upload(third));
        awaitStaged(sql, 1);
        assertThat(states(sql)).containsExactly("RUNNING", "RECEIVED", "RECEIVED");
        killed.destroyForcibly().waitFor();
        leaveLitter();
        connection.rollback();
      }
      assertThat(count(sql, "batch_job_execution WHERE status = 'STARTED'")).isEqualTo(1);

      Process next = start(database, port, tokens);
      try {
        JsonNode first = Uploads.await(vendor, locations.get(0));
        JsonNode second = Uploads.await(other, locations.get(1));
        JsonNode waited = Uploads.await(third, locations.get(2));

        assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("TAKEN");
        assertThat(first.path("rows")).isEqualTo(second.path("rows"));
        assertThat(first.path("rows")).isEqualTo(waited.path("rows"));
        assertThat(count(sql, "survey_response_stage")).isZero();
        assertThat(count(sql, "rejected_row"))
            .isEqualTo(3 * first.path("rows").path("rejected").asLong());
        assertThat(Uploads.files(folder.resolve("data/uploads")))
            .as("another server may be receiving the one, another database know the other")
            .contains("incoming/workbook1.part", "999/workbook.xlsx");
      } finally {
        next.destroy();
        next.waitFor();
      }
    }
  }

  /** What is just coming in, and a folder that this database does not know. */
  private void leaveLitter() throws IOException {
    Path uploads = folder.resolve("data/uploads");
    Files.writeString(uploads.resolve("incoming/workbook1.part"), "half");
    Files.createDirectories(uploads.resolve("999"));
    Files.writeString(uploads.resolve("999/workbook.xlsx"), "nobody's");
  }

  private static String upload(Requests vendor) {
    Answer answer = Uploads.upload(vendor, Uploads.sample(SURVEY));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.header("Location");
  }

  private static void awaitStaged(JdbcClient sql, int uploads) {
    for (int i = 0; i < 1_200 && count(sql, "intake_file WHERE rows_staged > 0") < uploads; i++) {
      Uploads.pause();
    }
    assertThat(count(sql, "intake_file WHERE rows_staged > 0")).isEqualTo(uploads);
  }

  private static List<String> states(JdbcClient sql) {
    return sql.sql("SELECT state FROM survey_upload ORDER BY upload_id").query(String.class).list();
  }

  private static long count(JdbcClient sql, String from) {
    return sql.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  private Process start(TestDatabase database, int port, TestTokens tokens) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName(),
                "serve",
                "--port=" + port,
                "--management.server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--touchstone.data=" + folder.resolve("data"),
                "--touchstone.token.key=" + tokens.pem())
            .redirectErrorStream(true)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith("Touchstone serves at")) {
        return process;
      }
    }
    throw new AssertionError("The server did not start:\n" + seen);
  }

  private static Requests vendor(String base, TestTokens tokens, String vendor) {
    String token =
        tokens.of("vendor-" + vendor, "vendor", Map.of("vendor", vendor), Duration.ofMinutes(30));
    return new Requests(base, "Authorization", "Bearer " + token);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
