package dev.touchstone.observation;

import dev.touchstone.application.night.port.in.DescribeNightUseCase;
import dev.touchstone.application.night.port.in.ListNightsUseCase;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.out.EarnedTiers;
import dev.touchstone.persistence.standing.JdbcEarnedTiers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What the server lets an operator see, on a port of its own. */
@Configuration(proxyBeanMethods = false)
public class ObservationConfiguration {

  @Bean
  DatabasePulse databaseHealthIndicator(
      DataSource dataSource, @Value("${touchstone.observation.database-every}") Duration every) {
    return new DatabasePulse(dataSource, every, System::nanoTime);
  }

  @Bean
  Rounds databaseRounds(
      DatabasePulse databaseHealthIndicator,
      @Value("${touchstone.observation.database-every}") Duration every) {
    return new Rounds("database-pulse", every, databaseHealthIndicator::feel);
  }

  @Bean
  EarnedTiers earnedTiers(DataSource dataSource) {
    return new JdbcEarnedTiers(dataSource);
  }

  @Bean
  NightHealth nightHealthIndicator() {
    return new NightHealth();
  }

  @Bean
  Rounds nightRounds(
      MeterRegistry registry,
      NightHealth nightHealthIndicator,
      ListNightsUseCase listNights,
      DescribeNightUseCase describeNight,
      Nights nights,
      EarnedTiers earnedTiers,
      NightLock lock,
      Clock clock,
      @Value("${touchstone.observation.nights-every}") Duration every) {
    NightReader reader =
        new NightReader(listNights, describeNight, nights, earnedTiers, lock, clock);
    NightMetrics metrics = new NightMetrics(registry, clock);
    return new Rounds(
        "night-metrics",
        every,
        () -> {
          NightReading reading = reader.read();
          metrics.show(reading);
          nightHealthIndicator.show(reading);
        });
  }

  /**
   * Whoever reaches the management port may read what is exposed there. On the port of the API, if
   * somebody moves them there, there is nothing for anybody.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
  SecurityFilterChain management(HttpSecurity http) throws Exception {
    http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable);
    return http.build();
  }
}
