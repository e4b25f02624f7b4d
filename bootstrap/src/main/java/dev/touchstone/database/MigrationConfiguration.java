package dev.touchstone.database;

import java.util.Arrays;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables up to date, unless a newer version has done more than this one knows. */
@Configuration(proxyBeanMethods = false)
public class MigrationConfiguration {

  @Bean
  FlywayMigrationStrategy migrationStrategy() {
    return flyway -> {
      refuseNewer(flyway);
      flyway.migrate();
    };
  }

  /**
   * By its default Flyway passes over what is newer, and an old program would write all the same.
   */
  private static void refuseNewer(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    Predicate<MigrationInfo> known = migration -> migration.getState().isResolved();
    Arrays.stream(all)
        .filter(known.negate())
        .filter(migration -> migration.getState().isApplied())
        .filter(migration -> migration.getVersion() != null)
        .reduce((earlier, later) -> later)
        .ifPresent(
            unknown -> {
              throw new NewerDatabaseException(
                  unknown.getVersion().getVersion(),
                  Arrays.stream(all)
                      .filter(known)
                      .filter(migration -> migration.getVersion() != null)
                      .reduce((earlier, later) -> later)
                      .map(migration -> migration.getVersion().getVersion())
                      .orElse("none"));
            });
  }
}
