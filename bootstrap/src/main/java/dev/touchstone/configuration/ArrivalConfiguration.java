package dev.touchstone.configuration;

import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.batch.arrival.DropFolder;
import dev.touchstone.batch.arrival.InboxDoor;
import dev.touchstone.batch.arrival.SftpFolder;
import dev.touchstone.batch.arrival.SftpPlace;
import dev.touchstone.persistence.arrival.AdvisoryArrivalLock;
import dev.touchstone.persistence.arrival.JdbcArrivals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/** The ways by which files arrive in the inbox by themselves; each needs its properties. */
@Configuration(proxyBeanMethods = false)
public class ArrivalConfiguration {

  @Bean
  Arrivals arrivals(DataSource dataSource) {
    return new JdbcArrivals(dataSource);
  }

  @Bean
  ArrivalLock arrivalLock(DataSource dataSource) {
    return new AdvisoryArrivalLock(dataSource);
  }

  /** The drop folder. */
  @Configuration(proxyBeanMethods = false)
  @EnableIntegration
  @ConditionalOnProperty("touchstone.drop")
  static class Drop {

    @Bean
    IntegrationFlow dropFlow(
        @Value("${touchstone.drop}") Path drop,
        @Value("${touchstone.inbox:#{null}}") @Nullable Path inbox,
        @Value("${touchstone.arrival.settled-after}") Duration settledAfter,
        @Value("${touchstone.arrival.look-every}") Duration lookEvery,
        Arrivals arrivals,
        ArrivalLock lock,
        Clock clock) {
      return DropFolder.flow(
          drop, door(inbox, "touchstone.drop", arrivals, lock), settledAfter, lookEvery, clock);
    }
  }

  /** The folder on another machine. */
  @Configuration(proxyBeanMethods = false)
  @EnableIntegration
  @ConditionalOnProperty("touchstone.sftp.host")
  static class Sftp {

    @Bean
    SftpPlace sftpPlace(
        @Value("${touchstone.sftp.host}") String host,
        @Value("${touchstone.sftp.port}") int port,
        @Value("${touchstone.sftp.user:}") String user,
        @Value("${touchstone.sftp.password:#{null}}") @Nullable String password,
        @Value("${touchstone.sftp.private-key:#{null}}") @Nullable Path privateKey,
        @Value("${touchstone.sftp.passphrase:#{null}}") @Nullable String passphrase,
        @Value("${touchstone.sftp.known-hosts:#{null}}") @Nullable Path knownHosts,
        @Value("${touchstone.sftp.folder}") String folder,
        @Value("${touchstone.sftp.clear}") boolean clear) {
      return new SftpPlace(
          host, port, user, password, privateKey, passphrase, knownHosts, folder, clear);
    }

    @Bean
    DefaultSftpSessionFactory sftpSessions(SftpPlace place) {
      return place.sessions();
    }

    @Bean
    IntegrationFlow sftpFlow(
        SftpPlace place,
        DefaultSftpSessionFactory sessions,
        @Value("${touchstone.inbox:#{null}}") @Nullable Path inbox,
        @Value("${touchstone.arrival.settled-after}") Duration settledAfter,
        @Value("${touchstone.sftp.look-every}") Duration lookEvery,
        Arrivals arrivals,
        ArrivalLock lock,
        Clock clock) {
      InboxDoor door = door(inbox, "touchstone.sftp.host", arrivals, lock);
      return new SftpFolder(place, sessions, door, arrivals, lock, settledAfter, clock)
          .flow(lookEvery);
    }
  }

  private static InboxDoor door(
      @Nullable Path inbox, String property, Arrivals arrivals, ArrivalLock lock) {
    if (inbox == null) {
      throw new IllegalArgumentException(
          property + " is set, but there is no inbox to put files into; set touchstone.inbox, too");
    }
    return new InboxDoor(inbox, arrivals, lock);
  }
}
