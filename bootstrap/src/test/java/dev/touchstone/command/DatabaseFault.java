package dev.touchstone.command;

import dev.touchstone.database.OwnServer;
import java.util.List;

/** What befalls a database in the middle of a night's step, and what is said of it. */
enum DatabaseFault {
  /** The server dies, its unlogged tables with it, and comes back. */
  CRASH(
      "PERFORM pg_sleep(600)",
      "The connection to the database is gone",
      "see that the database runs") {
    @Override
    void strike(OwnServer server, String database) {
      awaitSleep(server, database);
      server.crashAndRestart();
    }
  },
  /** An administrator restarts the server. */
  RESTART(
      "PERFORM pg_sleep(600)",
      "The connection to the database is gone",
      "see that the database runs") {
    @Override
    void strike(OwnServer server, String database) {
      awaitSleep(server, database);
      server.restart();
    }
  },
  /** All sessions of the night are ended. */
  CUT(
      """
      PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
      PERFORM pg_terminate_backend(pg_backend_pid());
      PERFORM pg_sleep(600)
      """,
      "The connection to the database is gone",
      "see that the database runs"),
  /** A statement takes longer than the server lets it. */
  TIMEOUT("PERFORM pg_sleep(600)", "due to statement timeout", "raise the statement_timeout") {
    @Override
    List<String> properties() {
      return List.of("--spring.datasource.hikari.connection-init-sql=SET statement_timeout='3s'");
    }
  },
  /** A tablespace takes no more. */
  FULL_DISK(
      "INSERT INTO filler SELECT repeat('x', 2000) FROM generate_series(1, 100000)",
      "The disk of the database is full",
      "make room there") {
    @Override
    void arm(OwnServer server, String database, String step) {
      server
          .client(database)
          .sql("CREATE TABLE filler (x text STORAGE PLAIN) TABLESPACE " + server.smallTablespace())
          .update();
      super.arm(server, database, step);
    }

    @Override
    void disarm(OwnServer server, String database) {
      super.disarm(server, database);
      server.client(database).sql("DROP TABLE filler").update();
    }
  };

  private final String inTheMiddle;
  private final List<String> words;

  DatabaseFault(String inTheMiddle, String... words) {
    this.inTheMiddle = inTheMiddle;
    this.words = List.of(words);
  }

  /** What the sentence must say. */
  List<String> words() {
    return words;
  }

  /** More properties of a night that it befalls. */
  List<String> properties() {
    return List.of();
  }

  /** What is done from without while the night is in the middle. */
  void strike(OwnServer server, String database) {}

  /**
   * Lets it happen in a transaction of the step, when its work is done and not committed: that is
   * when the step's record counts one commit more.
   */
  void arm(OwnServer server, String database, String step) {
    server
        .client(database)
        .sql(
            """
            CREATE FUNCTION disturb() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN %s; RETURN NEW; END $$
            """
                .formatted(inTheMiddle))
        .update();
    server
        .client(database)
        .sql(
            """
            CREATE TRIGGER disturb BEFORE UPDATE ON batch_step_execution FOR EACH ROW
              WHEN (NEW.status = 'STARTED' AND NEW.commit_count > OLD.commit_count
                AND (NEW.step_name = '%1$s' OR NEW.step_name LIKE '%1$s:%%'))
              EXECUTE FUNCTION disturb()
            """
                .formatted(step))
        .update();
  }

  /** Takes back what {@link #arm} did. */
  void disarm(OwnServer server, String database) {
    server.client(database).sql("DROP FUNCTION disturb CASCADE").update();
  }

  private static void awaitSleep(OwnServer server, String database) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (server
            .client("postgres")
            .sql(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND wait_event = 'PgSleep'")
            .param(database)
            .query(Long.class)
            .single()
        == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The night does not come to the step");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
  }
}
