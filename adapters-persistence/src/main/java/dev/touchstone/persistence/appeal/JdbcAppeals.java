package dev.touchstone.persistence.appeal;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The appeals in {@code appeal}. */
public final class JdbcAppeals implements Appeals {

  private static final String ADD =
      """
      INSERT INTO appeal (appeal_id, partner_id, business_date, run, tier, criterion, evidence,
        filed_at, state, version)
      VALUES (:id, :partner, :date, :run, :tier, :criterion, :evidence, :filedAt, 'OPEN', 1)
      ON CONFLICT (partner_id, business_date, tier, criterion) WHERE state = 'OPEN' DO NOTHING
      """;

  private static final String FIND = "SELECT * FROM appeal WHERE appeal_id = :id";

  private static final String FIND_FOR_CHANGE = FIND + " FOR UPDATE";

  private static final String REPLACE =
      """
      UPDATE appeal SET state = :state, closed_at = :closedAt, closed_by = :closedBy,
        reason = :reason, redecision_id = :redecision, waiver_id = :waiver, version = version + 1
      WHERE appeal_id = :id AND version = :version
      """;

  private static final String LIST_OF =
      """
      SELECT * FROM appeal
      WHERE partner_id = :partner AND (:before IS NULL OR appeal_id < :before)
      ORDER BY appeal_id DESC
      LIMIT :limit
      """;

  private static final String LIST =
      """
      SELECT * FROM appeal
      WHERE (:state IS NULL OR state = :state)
        AND (state <> 'OPEN', appeal_id) > (:afterClosed, :after)
      ORDER BY state <> 'OPEN', appeal_id
      LIMIT :limit
      """;

  private final JdbcClient client;

  /** Appeals in the database of the data source. */
  public JdbcAppeals(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public AppealId nextId() {
    return AppealId.ofNumber(
        client.sql("SELECT nextval('appeal_number')").query(Long.class).single());
  }

  @Override
  public Optional<KeptAppeal> add(Appeal appeal) {
    CallerTransaction.require();
    int added =
        client
            .sql(ADD)
            .param("id", appeal.id().value())
            .param("partner", appeal.partner().value())
            .param("date", appeal.night().businessDate())
            .param("run", appeal.night().run())
            .param("tier", appeal.criterion().tier().name())
            .param("criterion", appeal.criterion().kind().name())
            .param("evidence", appeal.evidence())
            .param("filedAt", RecordTime.of(appeal.filedAt()))
            .update();
    return added == 0 ? Optional.empty() : find(appeal.id());
  }

  @Override
  public Optional<KeptAppeal> find(AppealId id) {
    return find(FIND, id);
  }

  @Override
  public Optional<KeptAppeal> findForChange(AppealId id) {
    CallerTransaction.require();
    return find(FIND_FOR_CHANGE, id);
  }

  private Optional<KeptAppeal> find(String sql, AppealId id) {
    return client.sql(sql).param("id", id.value()).query(JdbcAppeals::toKeptAppeal).optional();
  }

  @Override
  public KeptAppeal replace(KeptAppeal earlier, Appeal appeal) {
    CallerTransaction.require();
    AppealState state = appeal.state();
    AppealState.Closed closed = state instanceof AppealState.Closed c ? c : null;
    AppealState.Accepted accepted = state instanceof AppealState.Accepted a ? a : null;
    WaiverId waiver = accepted == null ? null : accepted.waiver();
    int replaced =
        client
            .sql(REPLACE)
            .param("id", appeal.id().value())
            .param("version", earlier.version())
            .param("state", state.kind().name())
            .param("closedAt", RecordTime.ofNullable(closed == null ? null : closed.at()))
            .param("closedBy", closed == null ? null : closed.by())
            .param("reason", reasonOf(state))
            .param("redecision", accepted == null ? null : accepted.redecision(), Types.BIGINT)
            .param("waiver", waiver == null ? null : waiver.value(), Types.BIGINT)
            .update();
    if (replaced != 1) {
      throw new IllegalStateException("Appeal " + appeal.id() + " changed behind its lock");
    }
    return find(appeal.id()).orElseThrow();
  }

  private static @Nullable String reasonOf(AppealState state) {
    if (state instanceof AppealState.Accepted accepted) {
      return accepted.reason();
    }
    return state instanceof AppealState.Rejected rejected ? rejected.reason() : null;
  }

  @Override
  public List<KeptAppeal> listOf(PartnerId partner, @Nullable AppealId before, int limit) {
    return client
        .sql(LIST_OF)
        .param("partner", partner.value())
        .param("before", before == null ? null : before.value(), Types.VARCHAR)
        .param("limit", limit)
        .query(JdbcAppeals::toKeptAppeal)
        .list();
  }

  @Override
  public List<KeptAppeal> list(AppealState.@Nullable Kind state, @Nullable Place after, int limit) {
    return client
        .sql(LIST)
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("afterClosed", after != null && !after.open())
        .param("after", after == null ? "" : after.id().value())
        .param("limit", limit)
        .query(JdbcAppeals::toKeptAppeal)
        .list();
  }

  private static KeptAppeal toKeptAppeal(ResultSet row, int number) throws SQLException {
    return new KeptAppeal(
        new Appeal(
            new AppealId(row.getString("appeal_id")),
            new PartnerId(row.getString("partner_id")),
            new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")),
            new TierCriterion(
                new Tier(row.getString("tier")), CriterionKind.valueOf(row.getString("criterion"))),
            row.getString("evidence"),
            requireNonNull(RecordTime.get(row, "filed_at")),
            toState(row)),
        row.getLong("version"));
  }

  private static AppealState toState(ResultSet row) throws SQLException {
    AppealState.Kind kind = AppealState.Kind.valueOf(row.getString("state"));
    if (kind == AppealState.Kind.OPEN) {
      return new AppealState.Open();
    }
    Instant at = requireNonNull(RecordTime.get(row, "closed_at"));
    String by = row.getString("closed_by");
    return switch (kind) {
      case ACCEPTED ->
          new AppealState.Accepted(
              at, by, row.getString("reason"), row.getLong("redecision_id"), toWaiver(row));
      case REJECTED -> new AppealState.Rejected(at, by, row.getString("reason"));
      default -> new AppealState.Withdrawn(at, by);
    };
  }

  private static @Nullable WaiverId toWaiver(ResultSet row) throws SQLException {
    Long waiver = row.getObject("waiver_id", Long.class);
    return waiver == null ? null : new WaiverId(waiver);
  }
}
