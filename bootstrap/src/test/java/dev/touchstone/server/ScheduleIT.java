package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.NightSchedule;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightCommand;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.night.service.RunDueNightService;
import dev.touchstone.batch.night.BackgroundNightRunner;
import dev.touchstone.batch.night.NightFolders;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.ScheduledNights;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nights run at their time, once, whoever is there to run them. */
class ScheduleIT {

  private static final String PARTNERS = "partner_id,name,registered_on\nP-1,Acme,2010-01-01\n";
  private static final LocalTime TWO = LocalTime.of(2, 0);

  private static ServerFixture server;
  private static LocalDate date = LocalDate.of(2010, 11, 15);

  private final List<BackgroundNightRunner> runners = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
    Nightwatch nightwatch = new Nightwatch(server);
    nightwatch.write("partners/partners.csv", PARTNERS);
    nightwatch.run(date.toString());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void oneOfManyServersRunsTheNight() {
    date = date.plusDays(1);
    List<ScheduledNights> servers =
        IntStream.range(0, 4).mapToObj(number -> server("server-" + number, date)).toList();

    servers.forEach(ScheduledNights::start);
    awaitComplete();
    stop(servers);

    assertThat(count("night WHERE business_date = '" + date + "'")).isOne();
    assertThat(actions()).containsExactly("START_NIGHT schedule SCHEDULE");
  }

  @Test
  void aMissedNightIsRunAndOneWhoseProcessDiedIsFinished() {
    // The latest only: two days went by without a server.
    date = date.plusDays(3);
    List<ScheduledNights> missed = List.of(server("late", date));
    missed.forEach(ScheduledNights::start);
    awaitComplete();
    stop(missed);
    assertThat(count("night WHERE business_date = '" + date.minusDays(1) + "'")).isZero();

    date = date.plusDays(1);
    server
        .bean(PlanNightUseCase.class)
        .plan(new PlanNightCommand(date, false, false, false, ServerFixture.NIGHTWATCH));
    List<ScheduledNights> next = List.of(server("next", date));
    next.forEach(ScheduledNights::start);
    awaitComplete();
    stop(next);
    assertThat(actions())
        .containsExactly("START_NIGHT test COMMAND_LINE", "RESUME_NIGHT schedule SCHEDULE");
  }

  @Test
  void theServerOfATestRunsNoNightByItself() {
    assertThat(server.bean(ScheduledNights.class).describe())
        .isEqualTo("No night runs by itself: the schedule is off (touchstone.night.scheduled).");
    assertThat(schedule(new NightFolders(null, null), "any", date).describe())
        .startsWith("No night runs by itself: This server was started without folders");
    assertThat(server("any", date).describe())
        .isEqualTo("The night runs every day at 02:00 in Europe/Rome.");
  }

  /** A server to which it is a minute past the time of the date's night. */
  private ScheduledNights server(String name, LocalDate date) {
    return schedule(
        new NightFolders(server.folder().resolve("inbox"), server.folder().resolve("feed")),
        name,
        date);
  }

  private ScheduledNights schedule(NightFolders folders, String name, LocalDate date) {
    Instant now = date.atTime(2, 1).atZone(ProgramDays.ZONE).toInstant();
    BackgroundNightRunner runner =
        new BackgroundNightRunner(server.bean(NightLauncher.class), folders);
    runners.add(runner);
    return new ScheduledNights(
        true,
        folders,
        new NightSchedule(TWO, ProgramDays.ZONE),
        new RunDueNightService(
            server.bean(FindNightUseCase.class), server.bean(Nights.class), runner),
        Duration.ofMinutes(15),
        3,
        new Actor("schedule", "SCHEDULE", name),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private void stop(List<ScheduledNights> servers) {
    servers.forEach(ScheduledNights::stop);
    runners.forEach(BackgroundNightRunner::stop);
    runners.clear();
  }

  private static void awaitComplete() {
    Nights nights = server.bean(Nights.class);
    for (int i = 0; i < 1_200 && nights.findLatestCompleteOn(date).isEmpty(); i++) {
      Uploads.pause();
    }
    assertThat(nights.findLatestCompleteOn(date)).isPresent();
  }

  private static long count(String from) {
    return server.sql().sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  private static List<String> actions() {
    return server
        .sql()
        .sql(
            "SELECT action || ' ' || actor || ' ' || role FROM audit_entry WHERE subject = :subject ORDER BY audit_id")
        .param("subject", "night/" + date + "/1")
        .query(String.class)
        .list();
  }
}
