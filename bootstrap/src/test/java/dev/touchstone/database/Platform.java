package dev.touchstone.database;

import org.junit.jupiter.api.Assumptions;

/** Whether the embedded PostgreSQL can run where the tests run. */
final class Platform {

  private Platform() {}

  /** Skips the caller's tests, and prints why, where PostgreSQL has no programs or no user. */
  static void requirePostgreSql() {
    try {
      PostgreSqlArchive.forThisPlatform();
      PostgreSqlPrograms.commandPrefix();
    } catch (DatabaseUnavailableException e) {
      String reason = "Embedded PostgreSQL not tested here: " + e.getMessage();
      System.out.println(reason);
      Assumptions.abort(reason);
    }
  }
}
