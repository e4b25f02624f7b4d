package dev.touchstone.configuration;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.NightSchedule;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.RunDueNightUseCase;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.night.service.RunDueNightService;
import dev.touchstone.batch.night.NightFolders;
import dev.touchstone.batch.night.ScheduledNights;
import dev.touchstone.domain.time.ProgramDays;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nights that a server runs by itself. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {

  @Bean
  RunDueNightUseCase runDueNight(FindNightUseCase findNight, Nights nights, NightRunner runner) {
    return new RunDueNightService(findNight, nights, runner);
  }

  @Bean
  ScheduledNights scheduledNights(
      @Value("${touchstone.night.scheduled}") boolean enabled,
      @Value("${touchstone.night.at}") String at,
      @Value("${touchstone.night.retry-every}") Duration retryEvery,
      @Value("${touchstone.night.attempts}") int attempts,
      @Value("${touchstone.inbox:#{null}}") @Nullable Path inbox,
      @Value("${touchstone.feed:#{null}}") @Nullable Path feed,
      RunDueNightUseCase runDueNight,
      Clock clock) {
    return new ScheduledNights(
        enabled,
        new NightFolders(inbox, feed),
        new NightSchedule(timeOf(at), ProgramDays.ZONE),
        runDueNight,
        retryEvery,
        attempts,
        new Actor("schedule", "SCHEDULE", host()),
        clock);
  }

  private static LocalTime timeOf(String at) {
    try {
      return LocalTime.parse(at);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "touchstone.night.at is " + at + "; give a time of the day such as 02:00", e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
