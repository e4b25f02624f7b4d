package dev.touchstone.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
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
   * What is missing in between, Flyway refuses by itself.
   */
  private static void refuseNewer(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    Optional<MigrationVersion> known = latest(all, migration -> migration.getState().isResolved());
    latest(all, migration -> migration.getState().isApplied())
        .filter(applied -> known.isEmpty() || applied.isNewerThan(known.get()))
        .ifPresent(
            applied -> {
              throw new NewerDatabaseException(
                  applied.getVersion(), known.map(MigrationVersion::getVersion).orElse("none"));
            });
  }

  /** Migrations that are repeated have no version. */
  private static Optional<MigrationVersion> latest(
      MigrationInfo[] all, Predicate<MigrationInfo> wanted) {
    return Arrays.stream(all)
        .filter(wanted)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
