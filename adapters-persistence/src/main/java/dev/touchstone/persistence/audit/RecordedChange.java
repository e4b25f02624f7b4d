package dev.touchstone.persistence.audit;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements that record evidence by a change of somebody, within the caller's transaction. */
public final class RecordedChange {

  private RecordedChange() {}

  /**
   * A statement whose parameters {@code recordedAt}, {@code date} and {@code audit} say by what
   * evidence is recorded.
   */
  public static StatementSpec statement(JdbcClient client, String sql, Recording recording) {
    CallerTransaction.require();
    return client
        .sql(sql)
        .param("recordedAt", RecordTime.of(recording.recordedAt()))
        .param("date", recording.businessDate())
        .param("audit", recording.auditId());
  }
}
