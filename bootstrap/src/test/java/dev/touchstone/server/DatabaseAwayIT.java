package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered while there is no connection to the database, by handlers and by filters. */
class DatabaseAwayIT {

  private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
    server.bean(HikariDataSource.class).close();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void saysWhenToTryAgainWhereverTheDatabaseIsUsed() {
    String account = "{\"name\":\"late\",\"role\":\"PROGRAM\"}";
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("a handler", server.program().get("/api/v1/accounts"));
    answers.put("a change", server.program().post("/api/v1/accounts", account));
    answers.put(
        "a change with a key",
        server.program().with("Idempotency-Key", "k").post("/api/v1/accounts", account));
    answers.put(
        "a token",
        form(
            server.stranger(),
            "/oauth2/token",
            "grant_type=client_credentials&client_id=program&client_secret=secret"));
    answers.put("signing in", signIn());
    answers.forEach(
        (where, answer) -> {
          assertThat(answer.status()).as(where).isEqualTo(503);
          assertThat(answer.problem()).as(where).isEqualTo("unavailable");
          assertThat(answer.header("Content-Type"))
              .as(where)
              .startsWith("application/problem+json");
          assertThat(answer.header("Retry-After")).as(where).isEqualTo("10");
          assertThat(answer.header("Content-Security-Policy")).as(where).contains("default-src");
          assertThat(answer.text()).as(where).doesNotContain("Exception", "\tat ", "Hikari");
        });
  }

  @Test
  void saysItToPeopleOnPages() {
    String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("signing in", signIn(server.stranger().with("Accept", browser)));
    answers.put(
        "a link",
        server.stranger().with("Accept", browser).get("/references/sign/" + "a".repeat(43)));
    answers.put(
        "a link to a program", server.stranger().get("/references/receipt/" + "a".repeat(43)));
    answers.forEach(
        (where, answer) -> {
          assertThat(answer.status()).as(where).isEqualTo(503);
          assertThat(answer.header("Content-Type")).as(where).startsWith("text/html");
          assertThat(answer.header("Retry-After")).as(where).isEqualTo("10");
          assertThat(answer.header("Content-Security-Policy")).as(where).contains("default-src");
          assertThat(answer.text())
              .as(where)
              .contains("Nothing was changed")
              .doesNotContain("Exception", "\tat ", "Hikari");
        });
  }

  @Test
  void isAliveAndNotReady() {
    Answer ready = server.operator().get("/actuator/health/readiness");
    for (int i = 0; i < 1_200 && ready.status() == 200; i++) {
      Uploads.pause();
      ready = server.operator().get("/actuator/health/readiness");
    }

    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.json().path("components").path("database").path("status").asString())
        .isEqualTo("DOWN");
    assertThat(server.operator().get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(server.operator().get("/actuator/prometheus").status()).isEqualTo(200);
  }

  private static Answer signIn() {
    return signIn(server.stranger());
  }

  private static Answer signIn(Requests requests) {
    Answer page = server.stranger().get("/sign-in");
    Matcher token = HIDDEN.matcher(page.text());
    assertThat(token.find()).isTrue();
    String cookie = page.header("Set-Cookie");
    return form(
        requests.with("Cookie", cookie.substring(0, cookie.indexOf(';'))),
        "/sign-in",
        "username=program&password=secret&_csrf=" + token.group(1));
  }

  private static Answer form(Requests requests, String path, String form) {
    return requests.send(
        requests
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }
}
