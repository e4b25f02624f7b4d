package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an operator sees of a server, from its first start to a night that failed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObservationIT {

  private static ServerFixture server;
  private static Nightwatch nightwatch;

  @BeforeAll
  static void start() {
    server = ServerFixture.start("touchstone.observation.nights-every=100ms");
    nightwatch = new Nightwatch(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void aNewServerIsReadyAndItsNightIsInfinitelyOld() {
    assertThat(status("/actuator/health/liveness")).isEqualTo("200 UP");
    assertThat(status("/actuator/health/readiness")).isEqualTo("200 UP");
    awaitMetrics(metrics -> metrics.contains("touchstone_night_age_seconds +Inf"));
    assertThat(metrics()).contains("touchstone_night_lock_held 0.0", "jvm_memory_used_bytes");
  }

  @Test
  @Order(2)
  void aNightIsSeenByItsFigures() {
    nightwatch.write(
        "partners/a.csv",
        """
        partner_id,name,registered_on
        P-1,Acme,2010-01-01
        P-2,Beta,2010-01-01
        P-3,Gamma,yesterday
        """);
    nightwatch.write(
        "enrollments/a.csv",
        """
        partner_id,specialization,kind,from,to
        P-1,CRM,TOOLKIT,2010-01-01,
        """);
    nightwatch.run("2010-11-15");

    awaitMetrics(metrics -> metrics.contains("touchstone_night_state{state=\"COMPLETE\"} 1.0"));
    assertThat(metrics().lines())
        .contains(
            "touchstone_night_rows{kind=\"partners\",outcome=\"new\"} 2.0",
            "touchstone_night_rows{kind=\"partners\",outcome=\"rejected\"} 1.0",
            "touchstone_night_rows{kind=\"enrollments\",outcome=\"new\"} 1.0",
            "touchstone_night_files{kind=\"surveys\",outcome=\"taken\"} 0.0",
            "touchstone_night_rejects{reason=\"BAD_DATE\"} 1.0",
            "touchstone_night_decisions{tier=\"SUBSCRIBER\"} 1.0",
            "touchstone_night_decisions{tier=\"REGISTERED\"} 1.0",
            "touchstone_night_standings{tier=\"SUBSCRIBER\"} 1.0",
            "touchstone_night_standings{tier=\"GOLD\"} 0.0",
            "touchstone_night_demotions 0.0")
        .anyMatch(line -> line.startsWith("touchstone_night_step_seconds{step=\"recalculate\"} "))
        .anyMatch(line -> line.matches("touchstone_night_age_seconds \\d.*"))
        .noneMatch(line -> line.startsWith("spring_batch_item"));
    assertThat(status("/actuator/health")).isEqualTo("200 UP");
  }

  @Test
  @Order(3)
  void whoRunsANightIsSeenWhicheverProcessItIs() {
    try (NightLock.Held held = server.bean(NightLock.class).tryAcquire().orElseThrow()) {
      assertThat(held).isNotNull();
      awaitMetrics(metrics -> metrics.contains("touchstone_night_lock_held 1.0"));
    }
    awaitMetrics(metrics -> metrics.contains("touchstone_night_lock_held 0.0"));
  }

  @Test
  @Order(4)
  void anotherPageOfTheApisPortIsNotThere() {
    Answer nothing = server.stranger().get("/nothing");
    for (String path :
        List.of(
            "/actuator",
            "/actuator/health",
            "/actuator/health/readiness",
            "/actuator/prometheus",
            "/livez",
            "/readyz")) {
      Answer answer = server.stranger().get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.text()).as(path).isEqualTo(nothing.text().replace("/nothing", path));
      assertThat(server.program().get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.stranger().get("/v3/api-docs").text()).doesNotContain("actuator");
  }

  @Test
  @Order(5)
  void noMoreThanHealthAndMetricsIsToldAndNoSecret() {
    for (String path : List.of("env", "beans", "heapdump", "configprops", "loggers", "shutdown")) {
      assertThat(server.operator().get("/actuator/" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.operator().get("/api/v1/openapi").status()).isEqualTo(404);
    assertThat(server.operator().get("/actuator/health").json().path("components").propertyNames())
        .contains("database", "diskSpace", "night");
    assertThat(server.operator().get("/actuator/health").text())
        .doesNotContain("details", "jdbc", "PostgreSQL", server.folder().toString());
  }

  @Test
  @Order(6)
  void aFailedNightNeedsAPersonAndTheServerStaysReady() throws IOException {
    Path noFolder = Files.writeString(server.folder().resolve("file"), "");
    NightRun run =
        server
            .bean(NightLauncher.class)
            .run(
                new NightRequest(
                    LocalDate.parse("2010-11-16"),
                    server.folder().resolve("inbox"),
                    noFolder,
                    false,
                    false,
                    false,
                    false,
                    ServerFixture.NIGHTWATCH));
    assertThat(run).isInstanceOf(NightRun.Failed.class);

    awaitMetrics(metrics -> metrics.contains("touchstone_night_state{state=\"FAILED\"} 1.0"));
    assertThat(metrics()).contains("touchstone_night_state{state=\"COMPLETE\"} 0.0");
    Answer health = server.operator().get("/actuator/health");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.json().path("components").path("night").path("status").asString())
        .isEqualTo("DOWN");
    assertThat(status("/actuator/health/readiness")).isEqualTo("200 UP");
  }

  private static String status(String path) {
    Answer answer = server.operator().get(path);
    return answer.status() + " " + answer.json().path("status").asString();
  }

  private static String metrics() {
    Answer answer = server.operator().get("/actuator/prometheus");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  private static void awaitMetrics(Predicate<String> claim) {
    for (int i = 0; i < 600 && !claim.test(metrics()); i++) {
      Uploads.pause();
    }
    assertThat(metrics()).matches(claim);
  }
}
