package dev.touchstone.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One migrated database for all tests of this module; each test begins with empty tables. */
public final class MigratedDatabase {

  private static final DataSource DATA_SOURCE = start();

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
    client.sql("TRUNCATE " + tables + " RESTART IDENTITY").update();
    return DATA_SOURCE;
  }

  private static DataSource start() {
    try {
      DataSource dataSource = EmbeddedPostgres.start().getPostgresDatabase();
      Flyway.configure().dataSource(dataSource).load().migrate();
      return dataSource;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
