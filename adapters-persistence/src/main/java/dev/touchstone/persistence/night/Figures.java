package dev.touchstone.persistence.night;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightFigures.KindFigures;
import dev.touchstone.application.night.NightFigures.TierMove;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Adds up what a night left in the tables. */
final class Figures {

  private static final String INTAKE =
      """
      SELECT kind,
        count(*) FILTER (WHERE state <> 'REPEATED') AS files,
        count(*) FILTER (WHERE state IN ('REJECTED', 'UNREAD')) AS files_rejected,
        count(*) FILTER (WHERE state = 'REPEATED') AS files_repeated,
        sum(rows_read) AS rows_read,
        sum(rows_added) AS rows_added,
        sum(rows_superseding) AS rows_superseding,
        sum(rows_unchanged) AS rows_unchanged,
        sum(rows_rejected) AS rows_rejected
      FROM intake_file
      WHERE business_date = :date AND run = :run
      GROUP BY kind
      """;

  private static final String REJECTS =
      """
      SELECT r.reason, count(*) AS rejects
      FROM rejected_row r JOIN intake_file f USING (file_id)
      WHERE f.business_date = :date AND f.run = :run
      GROUP BY r.reason
      """;

  private static final String MOVES =
      """
      WITH previous AS (
        SELECT business_date, run FROM night
        WHERE completed_at IS NOT NULL AND (business_date, run) < (:date, :run)
        ORDER BY business_date DESC, run DESC
        LIMIT 1
      )
      SELECT before.held AS before, after.held AS after, count(*) AS partners
      FROM partner p
      CROSS JOIN LATERAL standing_after(p.partner_id, :date, :run) after
      LEFT JOIN previous ON true
      LEFT JOIN LATERAL standing_after(p.partner_id, previous.business_date, previous.run) before
        ON true
      WHERE p.superseded_at IS NULL
      GROUP BY before.held, after.held
      ORDER BY before.held COLLATE "C" NULLS FIRST, after.held COLLATE "C" NULLS FIRST
      """;

  private final JdbcClient client;

  Figures(JdbcClient client) {
    this.client = client;
  }

  NightFigures of(NightId night) {
    return new NightFigures(
        countIntake(night),
        countRejects(night),
        statement(MOVES, night).query(Figures::toMove).list());
  }

  NightFigures ofIntake(NightId night) {
    return new NightFigures(countIntake(night), countRejects(night), List.of());
  }

  private List<KindFigures> countIntake(NightId night) {
    Map<EvidenceKind, KindFigures> byKind = new EnumMap<>(EvidenceKind.class);
    statement(INTAKE, night)
        .query(Figures::toKindFigures)
        .list()
        .forEach(figures -> byKind.put(figures.kind(), figures));
    return Stream.of(EvidenceKind.values())
        .map(kind -> byKind.getOrDefault(kind, new KindFigures(kind, 0, 0, 0, 0, 0, 0, 0, 0)))
        .toList();
  }

  private SortedMap<RejectReason, Long> countRejects(NightId night) {
    SortedMap<RejectReason, Long> rejects = new TreeMap<>();
    RowCallbackHandler add =
        row -> rejects.put(RejectReason.valueOf(row.getString("reason")), row.getLong("rejects"));
    statement(REJECTS, night).query(add);
    return rejects;
  }

  private StatementSpec statement(String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static KindFigures toKindFigures(ResultSet row, int rowNumber) throws SQLException {
    return new KindFigures(
        EvidenceKind.valueOf(row.getString("kind")),
        row.getLong("files"),
        row.getLong("files_rejected"),
        row.getLong("files_repeated"),
        row.getLong("rows_read"),
        row.getLong("rows_added"),
        row.getLong("rows_superseding"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_rejected"));
  }

  private static TierMove toMove(ResultSet row, int rowNumber) throws SQLException {
    return new TierMove(
        toTier(row.getString("before")), toTier(row.getString("after")), row.getLong("partners"));
  }

  private static @Nullable Tier toTier(@Nullable String name) {
    return name == null ? null : new Tier(name);
  }
}
