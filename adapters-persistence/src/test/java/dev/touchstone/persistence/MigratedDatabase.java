package dev.touchstone.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.persistence.testing.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One migrated database for all tests of this module, behind a pool as in the product; each test
 * begins with empty tables.
 */
public final class MigratedDatabase {

  private static final DataSource DATA_SOURCE = create();

  private MigratedDatabase() {}

  /** The database, all of its tables empty. */
  public static DataSource empty() {
    JdbcClient client = JdbcClient.create(DATA_SOURCE);
    String tables =
        client
            .sql(
                """
                SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables
                WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                """)
            .query(String.class)
            .single();
    new TransactionTemplate(new JdbcTransactionManager(DATA_SOURCE))
        .executeWithoutResult(
            status -> {
              // Tables that are only ever added to refuse it by a trigger.
              client.sql("SET LOCAL session_replication_role = replica").update();
              client.sql("TRUNCATE " + tables + " RESTART IDENTITY").update();
            });
    return DATA_SOURCE;
  }

  /** The server drops it when the JVM ends. */
  private static DataSource create() {
    TestDatabase database = TestDatabase.create();
    Flyway.configure().dataSource(database.dataSource()).load().migrate();
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(5);
    return pool;
  }
}
