package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.Touchstone;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log on the console of a server, for containers. */
class JsonLogIT {

  private static final String PASSWORD = ", its password ";

  @TempDir Path folder;

  @Test
  void isJsonLineByLineAndTellsNoSecret() throws Exception {
    List<String> secrets = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create()) {
      int port = freePort();
      Process server = start(database, port);
      try (BufferedReader console =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
        String line = console.readLine();
        while (line != null && !line.startsWith("Touchstone serves at")) {
          lines.add(line);
          line = console.readLine();
        }
        assertThat(line).as("%s", lines).isNotNull();
        String password = passwordIn(lines);
        Requests stranger = new Requests("http://localhost:" + port);
        String token = token(stranger, password);
        secrets.add(password);
        secrets.add(token);
        Requests known = stranger.with("Authorization", "Bearer " + token);
        assertThat(known.get("/api/v1/nights").status()).isEqualTo(200);
        assertThat(known.get("/api/v1/nights?limit=x").status()).isEqualTo(400);
        assertThat(
                stranger.with("Authorization", "Bearer no" + token).get("/api/v1/nights").status())
            .isEqualTo(401);

        server.toHandle().destroy();
        console.lines().forEach(lines::add);
        server.waitFor();
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
    List<String> logged = lines.stream().filter(line -> !isOwnWord(line)).toList();

    assertThat(logged).hasSizeGreaterThan(5).allSatisfy(JsonLogIT::assertIsEvent);
    assertThat(logged).noneMatch(line -> secrets.stream().anyMatch(line::contains));
  }

  /** What the command says itself, in words. */
  private static boolean isOwnWord(String line) {
    return line.startsWith("The first account is ")
        || line.startsWith("No night runs by itself")
        || line.startsWith("Touchstone is stopping");
  }

  private static void assertIsEvent(String line) {
    JsonNode event = JsonMapper.shared().readTree(line);
    assertThat(Instant.parse(event.path("@timestamp").asString())).isNotNull();
    assertThat(event.path("log").path("level").asString()).isIn("INFO", "WARN", "ERROR");
    assertThat(event.path("log").path("logger").asString()).isNotBlank();
    assertThat(event.path("message").isString()).isTrue();
  }

  private static String passwordIn(List<String> lines) {
    String told =
        lines.stream()
            .filter(line -> line.startsWith("The first account"))
            .findFirst()
            .orElseThrow();
    int begin = told.indexOf(PASSWORD) + PASSWORD.length();
    return told.substring(begin, told.indexOf(' ', begin));
  }

  private static String token(Requests stranger, String password) {
    String basic =
        Base64.getEncoder()
            .encodeToString(("program:" + password).getBytes(StandardCharsets.UTF_8));
    Answer answer =
        stranger.send(
            stranger
                .with("Authorization", "Basic " + basic)
                .request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().path("access_token").asString();
  }

  private Process start(TestDatabase database, int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            productClassPath(),
            Touchstone.class.getName(),
            "serve",
            "--port=" + port,
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--touchstone.data=" + folder.resolve("data"),
            "--touchstone.log.console=INFO",
            "--management.server.port=-1")
        .redirectErrorStream(true)
        .start();
  }

  /** Without what configures the log of tests. */
  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
