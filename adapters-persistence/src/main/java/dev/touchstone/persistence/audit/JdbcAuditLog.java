package dev.touchstone.persistence.audit;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditEntry;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in {@code audit_entry}, which takes no update and no delete. */
public final class JdbcAuditLog implements AuditLog {

  private static final String APPEND =
      """
      INSERT INTO audit_entry (at, actor, role, address, action, subject, detail)
      VALUES (clock_timestamp(), :actor, :role, :address, :action, :subject, :detail)
      RETURNING audit_id
      """;

  private static final String LIST =
      """
      SELECT * FROM audit_entry
      WHERE audit_id < :before
      ORDER BY audit_id DESC
      LIMIT :limit
      """;

  private final JdbcClient client;

  /** The log in the database of the data source. */
  public JdbcAuditLog(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public long append(Actor actor, String action, String subject, String detail) {
    CallerTransaction.require();
    return client
        .sql(APPEND)
        .param("actor", actor.name())
        .param("role", actor.role())
        .param("address", actor.address())
        .param("action", action)
        .param("subject", subject)
        .param("detail", detail)
        .query(Long.class)
        .single();
  }

  @Override
  public List<AuditEntry> list(@Nullable Long before, int limit) {
    return client
        .sql(LIST)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(JdbcAuditLog::toEntry)
        .list();
  }

  private static AuditEntry toEntry(ResultSet row, int rowNumber) throws SQLException {
    Instant at = Objects.requireNonNull(RecordTime.get(row, "at"));
    return new AuditEntry(
        row.getLong("audit_id"),
        at,
        new Actor(row.getString("actor"), row.getString("role"), row.getString("address")),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"));
  }
}
