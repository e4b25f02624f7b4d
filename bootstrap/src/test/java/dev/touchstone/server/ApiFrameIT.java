package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What all operations of the API have in common. */
class ApiFrameIT {

  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void namesEachInvalidValue() {
    Answer answer = server.program().post("/api/v1/accounts", "{\"name\":\"-\",\"vendor\":\"\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo("invalid-request");
    List<String> fields = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      fields.add(error.path("field").asString());
      assertThat(error.path("message").asString()).isNotBlank();
    }
    assertThat(fields).containsExactly("name", "role", "vendor");
  }

  @Test
  void refusesFieldsAndParametersItDoesNotKnow() {
    Answer field =
        server
            .program()
            .post("/api/v1/accounts", "{\"name\":\"abc\",\"role\":\"PROGRAM\",\"admin\":true}");
    assertThat(field.problem()).isEqualTo("unreadable-body");
    assertThat(field.text()).contains("admin");
    Answer parameter = server.program().get("/api/v1/accounts?limt=5");
    assertThat(parameter.problem()).isEqualTo("invalid-request");
    assertThat(parameter.text()).contains("limt");
  }

  @Test
  void refusesBodiesThatAreNone() {
    Requests program = server.program();
    assertThat(program.post("/api/v1/accounts", "{").problem()).isEqualTo("unreadable-body");
    assertThat(program.post("/api/v1/accounts", "[".repeat(100_000)).problem())
        .isEqualTo("unreadable-body");
    assertThat(program.post("/api/v1/accounts", "{\"name\":1e400}").status()).isEqualTo(400);
    assertThat(program.post("/api/v1/accounts", "{\"name\":\"a\\u0000b\"}").problem())
        .isEqualTo("unreadable-body");
    assertThat(program.post("/api/v1/accounts", "{\"name\":\"" + "x".repeat(1 << 21) + "\"}"))
        .extracting(Answer::problem)
        .isEqualTo("too-large");
    assertThat(program.with("Content-Type", "text/plain").post("/api/v1/accounts", "x").problem())
        .isEqualTo("unsupported-media-type");
    assertThat(program.delete("/api/v1/accounts").problem()).isEqualTo("method-not-allowed");
  }

  @Test
  void refusesPagesThatAreNone() {
    Requests program = server.program();
    for (String query : List.of("limit=0", "limit=501", "limit=x", "after=%00", "after=!!")) {
      assertThat(program.get("/api/v1/audit?" + query).problem())
          .as(query)
          .isEqualTo("invalid-request");
    }
  }

  @Test
  void answersWithProblemsWhereNoHandlerIs() {
    for (String path : List.of("/api/v1/none", "/nowhere", "/", "/error")) {
      Answer answer = server.program().get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
    }
  }

  @Test
  void saysNothingOfItsInsides() {
    Answer answer = server.stranger().get("/api/v1/audit");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void allowsTheViewerItsOwnStylesAndScriptsAndNoOthers() throws Exception {
    Answer viewer = server.stranger().get("/swagger-ui/index.html");
    assertThat(viewer.text()).contains("swagger-ui-standalone-preset.js");
    assertThat(viewer.text()).doesNotContain("<style").doesNotContainPattern("<script(?! src=)");
    String policy = viewer.header("Content-Security-Policy");
    assertThat(policy).doesNotContain("unsafe").contains("script-src 'self'");
    Matcher style =
        Pattern.compile("createElement\\(\"style\",null,\"([^\"]*)\"")
            .matcher(server.stranger().get("/swagger-ui/swagger-ui-standalone-preset.js").text());
    assertThat(style.find()).as("the style of the logo").isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    assertThat(style.find()).as("another style").isFalse();
  }

  @Test
  void recordsEveryChangeForEver() {
    server.program().post("/api/v1/accounts", "{\"name\":\"audited\",\"role\":\"PROGRAM\"}");
    JsonNode entry = server.program().get("/api/v1/audit?limit=1").json().path("items").path(0);
    assertThat(entry.path("actor").asString()).isEqualTo("program");
    assertThat(entry.path("role").asString()).isEqualTo("PROGRAM");
    assertThat(entry.path("address").asString()).isNotBlank();
    assertThat(entry.path("action").asString()).isEqualTo("ADD_ACCOUNT");
    assertThat(entry.path("subject").asString()).isEqualTo("account/audited");
    for (String sql :
        List.of(
            "UPDATE audit_entry SET detail = ''",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry CASCADE")) {
      assertThatThrownBy(() -> server.sql().sql(sql).update())
          .hasMessageContaining("only ever added");
    }
  }

  @Test
  void pagesThroughAListInOrderWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      server
          .program()
          .post("/api/v1/accounts", "{\"name\":\"paged-%d\",\"role\":\"PROGRAM\"}".formatted(i));
    }
    List<String> names = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          server
              .program()
              .get("/api/v1/accounts?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
              .json();
      page.path("items").forEach(item -> names.add(item.path("name").asString()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(names).isSorted().doesNotHaveDuplicates().contains("paged-0", "paged-6");
  }

  @Test
  void carriesARequestWithAKeyOutOnce() {
    Requests keyed = server.program().with("Idempotency-Key", "k-1");
    String body = "{\"name\":\"once\",\"role\":\"PROGRAM\"}";
    Answer first = keyed.post("/api/v1/accounts", body);
    Answer again = keyed.post("/api/v1/accounts", body);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.text()).as("a secret is told once").isEmpty();
    assertThat(keyed.post("/api/v1/accounts", body.replace("once", "other")).problem())
        .isEqualTo("rule-violated");
    assertThat(
            server.program().with("Idempotency-Key", "k-2").post("/api/v1/accounts", body).status())
        .isEqualTo(409);
    assertThat(
            server
                .program()
                .with("Idempotency-Key", "k-2")
                .post("/api/v1/accounts", body.replace("once", "after-a-refusal"))
                .status())
        .isEqualTo(201);
    assertThat(
            server
                .sql()
                .sql("SELECT count(*) FROM audit_entry WHERE subject = 'account/once'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(server.program().with("Idempotency-Key", "a b").post("/api/v1/accounts", body))
        .extracting(Answer::status)
        .isEqualTo(400);
  }

  @Test
  void offersKeysWhereTheyAreKept() {
    JsonNode paths = server.stranger().get("/v3/api-docs").json().path("paths");
    List<String> withKey = new ArrayList<>();
    List<String> posts = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          String operation = method.getKey() + " " + path.getKey();
                          for (JsonNode parameter : method.getValue().path("parameters")) {
                            if (parameter.path("name").asString().equals("Idempotency-Key")) {
                              withKey.add(operation);
                            }
                          }
                          if (method.getKey().equals("post")
                              && !method
                                  .getValue()
                                  .at("/requestBody/content")
                                  .has("multipart/form-data")) {
                            posts.add(operation);
                          }
                        }));
    assertThat(withKey).containsExactlyElementsOf(posts).hasSizeGreaterThan(10);
  }

  @Test
  void carriesParallelRequestsWithOneKeyOutOnce() throws Exception {
    Requests keyed = server.program().with("Idempotency-Key", "parallel");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(
            () -> keyed.post("/api/v1/accounts", "{\"name\":\"one-of-8\",\"role\":\"PROGRAM\"}"));
      }
      List<Integer> statuses = new ArrayList<>();
      int replayed = 0;
      for (Future<Answer> call : threads.invokeAll(calls)) {
        statuses.add(call.get().status());
        replayed += call.get().header("Idempotent-Replayed").isEmpty() ? 0 : 1;
      }
      assertThat(statuses).containsOnly(201);
      assertThat(replayed).isEqualTo(7);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void readsIfMatchByTheRulesOfHttp() {
    Requests program = server.program();
    program.post("/api/v1/accounts", "{\"name\":\"matched\",\"role\":\"PROGRAM\"}");
    String path = "/api/v1/accounts/matched/disabled";
    for (String tags : List.of("*", "\"1\", \"2\"", "W/\"9\" ,, \"3\",\"a,b\"", "\"4\"")) {
      assertThat(program.with("If-Match", tags).put(path, "{\"disabled\":true}").status())
          .as(tags)
          .isEqualTo(200);
    }
    assertThat(
            program
                .with("If-Match", "\"7\"")
                .with("If-Match", "\"5\"")
                .put(path, "{\"disabled\":true}")
                .status())
        .as("two headers are one list")
        .isEqualTo(200);
    for (String tags : List.of("W/\"6\"", "\"1\", \"2\"", "\"1\", W/\"6\"", "\"*\"", "\"x\"")) {
      assertThat(program.with("If-Match", tags).put(path, "{\"disabled\":true}").problem())
          .as(tags)
          .isEqualTo("lost-update");
    }
    for (String tags : List.of("6", "\"6", "*, \"6\"", "\"6\" \"5\"", ",", "w/\"6\"")) {
      assertThat(program.with("If-Match", tags).put(path, "{\"disabled\":true}").problem())
          .as(tags)
          .isEqualTo("invalid-request");
    }
    assertThat(
            program
                .with("If-Match", "*")
                .put("/api/v1/accounts/nobody-here/disabled", "{\"disabled\":true}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void tellsTheRepresentationsOfAPolicyApart() {
    JsonNode policy = server.program().get("/api/v1/policies").json().path("items").path(0);
    String path =
        "/api/v1/policies/"
            + policy.path("policy").asString()
            + "/"
            + policy.path("version").asInt();
    Requests asJson = server.program().with("Accept", "application/json");
    Requests asYaml = server.program().with("Accept", "application/yaml");
    Answer json = asJson.get(path);
    Answer yaml = asYaml.get(path);
    assertThat(json.header("ETag")).isNotEqualTo(yaml.header("ETag"));
    assertThat(List.of(json, yaml))
        .allSatisfy(answer -> assertThat(answer.headers().allValues("Vary")).contains("Accept"));
    Answer same = asYaml.with("If-None-Match", yaml.header("ETag")).get(path);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.headers().allValues("Vary")).contains("Accept");
    assertThat(asYaml.with("If-None-Match", json.header("ETag")).get(path).status()).isEqualTo(200);
    assertThat(asJson.with("If-None-Match", yaml.header("ETag")).get(path).status()).isEqualTo(200);
  }
}
