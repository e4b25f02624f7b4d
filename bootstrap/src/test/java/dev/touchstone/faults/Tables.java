package dev.touchstone.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of all tables that hold what nights know and decide: without the ids that a sequence
 * draws and without moments, of which only counts whether there is one.
 */
final class Tables {

  /** The framework's and the database's own records, and what is emptied by each night. */
  private static final String OURS =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
        AND table_name NOT LIKE 'batch\\_%' AND table_name NOT LIKE '%\\_stage'
        AND table_name NOT IN
          ('flyway_schema_history', 'evidence_clock', 'night_owner', 'audit_entry')
      ORDER BY table_name
      """;

  private static final String COLUMNS =
      """
      SELECT CASE WHEN data_type = 'timestamp with time zone'
                  THEN quote_ident(column_name) || ' IS NULL'
                  ELSE quote_ident(column_name) END
      FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = :table
        AND NOT (data_type = 'bigint' AND column_name LIKE '%\\_id')
      ORDER BY ordinal_position
      """;

  private Tables() {}

  /** The rows of each table, as texts in order. */
  static Map<String, List<String>> of(DataSource database) {
    JdbcClient client = JdbcClient.create(database);
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table : client.sql(OURS).query(String.class).list()) {
      String columns =
          client.sql(COLUMNS).param("table", table).query(String.class).list().stream()
              .collect(Collectors.joining(", "));
      tables.put(
          table,
          client
              .sql("SELECT row(%s)::text AS content FROM %s ORDER BY 1".formatted(columns, table))
              .query(String.class)
              .list());
    }
    return tables;
  }
}
