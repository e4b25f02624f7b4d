package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Partners' own data over HTTP: what is read, what is changed, and what is refused. */
class PartnerDataIT {

  private static final AtomicInteger PARTNERS = new AtomicInteger();

  private static ServerFixture server;
  private static LocalDate today;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
    today = ProgramDays.today(server.bean(Clock.class));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void registersAPartnerOnceForEachKey() {
    Requests program = server.program().with("Idempotency-Key", "register-1");
    String body =
        """
        {"name": " Rossi ", "city": "Città di Castello", "website": "https://rossi.example"}
        """;

    Answer first = program.post("/api/v1/partners", body);
    Answer again = program.post("/api/v1/partners", body);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    String id = first.json().path("partnerId").asString();
    assertThat(id).matches("P-[0-9a-f]{8}-\\d{6}");
    assertThat(first.header("Location")).endsWith("/api/v1/partners/" + id);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    Answer read = server.partner(id).get("/api/v1/partners/" + id);
    assertThat(read.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(read.json()).isEqualTo(first.json());
    assertThat(read.json().path("name").asString()).isEqualTo("Rossi");
    assertThat(read.json().path("status").asString()).isEqualTo("ACTIVE");
    assertThat(read.json().path("hidden").asBoolean(true)).isFalse();
    assertThat(read.json().path("registeredOn").asString()).isEqualTo(today.toString());
    assertThat(server.program().get("/api/v1/audit?limit=1").text())
        .contains("REGISTER_PARTNER", "partner/" + id);
  }

  @Test
  void refusesAnIdThatIsTakenAndValuesThatAreNone() {
    String id = register();

    assertThat(
            server
                .program()
                .post("/api/v1/partners", "{\"partnerId\":\"%s\",\"name\":\"A\"}".formatted(id))
                .problem())
        .isEqualTo("conflict");
    assertThat(server.program().post("/api/v1/partners", "{\"name\":\" \"}").problem())
        .isEqualTo("invalid-request");
    for (String field :
        List.of(
            "\"partnerId\":\"a/b\"",
            "\"website\":\"javascript:alert(1)\"",
            "\"contactEmail\":\"nobody\"",
            "\"city\":\"" + "x".repeat(1_001) + "\"",
            "\"city\":\"a\\nb\"",
            "\"registeredOn\":\"+12010-01-01\"")) {
      Answer answer = server.program().post("/api/v1/partners", "{\"name\":\"A\"," + field + "}");
      assertThat(answer.problem()).as(field + answer).isEqualTo("rule-violated");
    }
  }

  @Test
  void refusesValuesOfOtherTypes() {
    for (String field : List.of("\"registeredOn\":7", "\"city\":7")) {
      Answer answer = server.program().post("/api/v1/partners", "{\"name\":\"A\"," + field + "}");
      assertThat(answer.problem()).as(field + answer).isEqualTo("unreadable-body");
    }
  }

  @Test
  void listsPartnersInPagesAndByName() {
    List<String> registered =
        List.of(register("Alfa Sistemi"), register("ALFA DUE"), register("Beta"));

    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = server.program().get("/api/v1/partners?name=alfa&limit=1" + next).json();
      page.path("items").forEach(item -> listed.add(item.path("partnerId").asString()));
      next = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!next.isEmpty());

    assertThat(listed).containsExactly(registered.get(0), registered.get(1));
  }

  @Test
  void changesAProfileOnTheVersionThatWasRead() {
    String id = register();
    String path = "/api/v1/partners/" + id;
    Requests partner = server.partner(id);
    String etag = partner.get(path).header("ETag");
    String body = "{\"name\":\"Nuovo nome\",\"contactEmail\":\"info@a.example\",\"hidden\":false}";

    assertThat(partner.put(path, body).status()).isEqualTo(428);
    Answer changed = partner.with("If-Match", etag).put(path, body);
    Answer lost = partner.with("If-Match", etag).put(path, body);
    Answer same = partner.with("If-Match", changed.header("ETag")).put(path, body);

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().path("name").asString()).isEqualTo("Nuovo nome");
    assertThat(changed.header("ETag")).isNotEqualTo(etag);
    assertThat(lost.problem()).isEqualTo("lost-update");
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.header("ETag")).isEqualTo(changed.header("ETag"));
    assertThat(
            partner
                .with("If-Match", same.header("ETag"))
                .put(path, "{\"name\":\"A\",\"hidden\":false,\"status\":\"ACTIVE\"}")
                .problem())
        .as("what a partner may not change is no field of the request")
        .isEqualTo("unreadable-body");
  }

  @Test
  void letsOneOfManyChangesAtOnceWin() throws Exception {
    String id = register();
    String path = "/api/v1/partners/" + id;
    String etag = server.partner(id).get(path).header("ETag");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Integer> statuses = new ArrayList<>();
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String body = "{\"name\":\"Nome %d\",\"hidden\":false}".formatted(i);
        calls.add(() -> server.partner(id).with("If-Match", etag).put(path, body).status());
      }
      for (Future<Integer> result : threads.invokeAll(calls)) {
        statuses.add(result.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(statuses).containsOnly(200, 412).filteredOn(s -> s == 200).hasSize(1);
  }

  @Test
  void letsASuspendedPartnerReadOnly() {
    String id = register();
    String path = "/api/v1/partners/" + id;
    String etag = server.program().get(path).header("ETag");
    Answer suspended =
        server.program().with("If-Match", etag).put(path + "/status", "{\"status\":\"SUSPENDED\"}");
    assertThat(suspended.json().path("status").asString()).isEqualTo("SUSPENDED");

    Requests partner = server.partner(id).with("If-Match", suspended.header("ETag"));
    String body = "{\"name\":\"A\",\"hidden\":true}";
    Answer refused = partner.put(path, body);
    assertThat(refused.problem()).isEqualTo("rule-violated");
    assertThat(refused.json().path("detail").asString()).contains("is suspended");
    assertThat(partner.post(path + "/enrollments", competency("CRM", null)).problem())
        .isEqualTo("rule-violated");
    assertThat(partner.get(path).status()).isEqualTo(200);
    assertThat(server.program().with("If-Match", suspended.header("ETag")).put(path, body).status())
        .isEqualTo(200);
    assertThat(partner.put(path + "/status", "{\"status\":\"ACTIVE\"}").problem())
        .isEqualTo("forbidden");
  }

  @Test
  void enrollsAndEnds() {
    String id = register();
    String path = "/api/v1/partners/" + id + "/enrollments";
    Requests partner = server.partner(id);

    Answer added = partner.post(path, competency("CRM", null));
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    String key = added.json().path("enrollmentKey").asString();
    assertThat(key).isEqualTo("CRM~COMPETENCY~" + today);
    assertThat(added.header("Location")).endsWith(path + "/" + key);
    assertThat(partner.post(path, competency("CRM", today.plusDays(3))).problem())
        .isEqualTo("conflict");
    assertThat(partner.post(path, competency("NO_SUCH", null)).problem())
        .isEqualTo("rule-violated");
    assertThat(partner.post(path, competency("ERP", today.minusDays(1))).problem())
        .isEqualTo("rule-violated");
    assertThat(partner.post(path, competency("ERP", today.plusDays(400))).problem())
        .isEqualTo("rule-violated");
    partner.post(path, competency("ERP", today.plusDays(10)));

    assertThat(keys(partner.get(path)))
        .containsExactly(key, "ERP~COMPETENCY~" + today.plusDays(10));
    assertThat(keys(partner.get(path + "?on=" + today))).containsExactly(key);
    assertThat(partner.get(path + "?on=%2B12010-01-01").problem()).isEqualTo("invalid-request");
    assertThat(partner.get(path + "?after=AAAA").status()).isEqualTo(400);

    Answer read = partner.get(path + "/" + key);
    assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
    Requests onVersion = partner.with("If-Match", read.header("ETag"));
    assertThat(onVersion.put(path + "/" + key, end(today.minusDays(1))).problem())
        .isEqualTo("rule-violated");
    Answer ended = onVersion.put(path + "/" + key, end(today));
    assertThat(ended.json().path("to").asString()).isEqualTo(today.toString());
    assertThat(onVersion.put(path + "/" + key, end(today.plusDays(1))).problem())
        .isEqualTo("lost-update");
    assertThat(keys(partner.get(path + "?on=" + today))).isEmpty();
    assertThat(partner.post(path, competency("CRM", null)).status())
        .as("anew after a mistake")
        .isEqualTo(201);
    for (String odd : List.of("CRM", "CRM~COMPETENCY~2010-02-30", "CRM~X~2010-02-20", "~~")) {
      assertThat(partner.get(path + "/" + odd).problem()).as(odd).isEqualTo("not-found");
    }
  }

  @Test
  void showsTheCatalogToEverybody() {
    Answer catalog = server.stranger().get("/api/v1/catalog");

    assertThat(catalog.status()).isEqualTo(200);
    assertThat(catalog.json().path("specializations")).hasSize(30);
    assertThat(catalog.json().path("specializations").path(3).path("names").path("it").asString())
        .isEqualTo("CRM");
    assertThat(
            server
                .stranger()
                .with("If-None-Match", catalog.header("ETag"))
                .get("/api/v1/catalog")
                .status())
        .isEqualTo(304);
  }

  @Test
  void knowsNoPartnerThatIsNotThere() {
    for (String path : List.of("", "/people", "/enrollments")) {
      assertThat(server.program().get("/api/v1/partners/NOBODY" + path).problem())
          .as(path)
          .isEqualTo("not-found");
    }
  }

  private static List<String> keys(Answer page) {
    List<String> keys = new ArrayList<>();
    page.json().path("items").forEach(item -> keys.add(item.path("enrollmentKey").asString()));
    return keys;
  }

  private static String competency(String specialization, LocalDate from) {
    return from == null
        ? "{\"specialization\":\"%s\",\"kind\":\"COMPETENCY\"}".formatted(specialization)
        : "{\"specialization\":\"%s\",\"kind\":\"COMPETENCY\",\"from\":\"%s\"}"
            .formatted(specialization, from);
  }

  private static String end(LocalDate to) {
    return "{\"to\":\"%s\"}".formatted(to);
  }

  private static String register() {
    return register("Partner");
  }

  private static String register(String name) {
    String id = "D-%03d".formatted(PARTNERS.incrementAndGet());
    Answer answer =
        server
            .program()
            .post("/api/v1/partners", "{\"partnerId\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return id;
  }
}
