package dev.touchstone.persistence.night;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightEntry;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The nights in {@code night}. */
public final class JdbcNights implements Nights {

  private static final String GET =
      "SELECT * FROM night WHERE business_date = :date AND run = :run";

  private static final String FIND_LATEST =
      "SELECT * FROM night ORDER BY business_date DESC, run DESC LIMIT 1";

  private static final String FIND_LATEST_COMPLETE =
      """
      SELECT * FROM night WHERE completed_at IS NOT NULL
      ORDER BY business_date DESC, run DESC LIMIT 1
      """;

  private static final String FIND_LATEST_ON =
      "SELECT * FROM night WHERE business_date = :date ORDER BY run DESC LIMIT 1";

  private static final String FIND_LATEST_COMPLETE_ON =
      """
      SELECT * FROM night WHERE business_date = :date AND completed_at IS NOT NULL
      ORDER BY run DESC LIMIT 1
      """;

  private static final String LIST_UNFINISHED_BEFORE =
      """
      SELECT business_date, run FROM night
      WHERE completed_at IS NULL AND (business_date, run) < (:date, :run)
      ORDER BY business_date, run
      """;

  private static final String LIST =
      """
      SELECT * FROM night
      WHERE :date::date IS NULL OR (business_date, run) < (:date, :run)
      ORDER BY business_date DESC, run DESC
      LIMIT :limit
      """;

  private static final String RECORD_OUTCOME =
      """
      UPDATE night SET outcome = :kind, outcome_step = :step, outcome_reason = :reason
      WHERE business_date = :date AND run = :run
      """;

  /** Without its lock: whoever writes evidence keeps no night from being opened. */
  private static final String READ_EVIDENCE_CLOCK =
      "SELECT greatest(clock_timestamp(), (SELECT last FROM evidence_clock))";

  private static final String OPEN =
      """
      INSERT INTO night (business_date, run, policy, policy_version, started_at,
        evidence_known_at, confirmed_at, completed_at)
      VALUES (:date, :run, :policy, :policyVersion, :startedAt, :evidenceKnownAt, :confirmedAt,
        :completedAt)
      """;

  private static final String FIX_EVIDENCE =
      """
      UPDATE night SET evidence_known_at = coalesce(evidence_known_at, :moment)
      WHERE business_date = :date AND run = :run
      """;

  private static final String CONFIRM =
      """
      UPDATE night SET confirmed_at = coalesce(confirmed_at, :moment)
      WHERE business_date = :date AND run = :run
      """;

  private static final String WANT_FULL =
      "UPDATE night SET full_wanted = true WHERE business_date = :date AND run = :run";

  private static final String IS_FULL_WANTED =
      "SELECT full_wanted FROM night WHERE business_date = :date AND run = :run";

  private static final String COMPLETE =
      """
      UPDATE night SET completed_at = coalesce(completed_at, :moment)
      WHERE business_date = :date AND run = :run
      """;

  private final JdbcClient client;
  private final Figures figures;

  /** Nights in the database of the data source. */
  public JdbcNights(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
    this.figures = new Figures(client);
  }

  @Override
  public Night getNight(NightId night) {
    return find(statement(GET, night)).orElseThrow(() -> neverOpened(night));
  }

  @Override
  public Optional<Night> findLatest() {
    return find(client.sql(FIND_LATEST));
  }

  @Override
  public Optional<Night> findLatestComplete() {
    return find(client.sql(FIND_LATEST_COMPLETE));
  }

  @Override
  public Optional<Night> findLatestOn(LocalDate businessDate) {
    return find(client.sql(FIND_LATEST_ON).param("date", businessDate));
  }

  @Override
  public Optional<Night> findLatestCompleteOn(LocalDate businessDate) {
    return find(client.sql(FIND_LATEST_COMPLETE_ON).param("date", businessDate));
  }

  @Override
  public List<NightId> listUnfinishedBefore(NightId night) {
    return statement(LIST_UNFINISHED_BEFORE, night)
        .query(
            (row, number) ->
                new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")))
        .list();
  }

  @Override
  public List<NightEntry> list(@Nullable NightId before, int limit) {
    return client
        .sql(LIST)
        .param("date", before == null ? null : before.businessDate(), Types.DATE)
        .param("run", before == null ? 0 : before.run())
        .param("limit", limit)
        .query(JdbcNights::toEntry)
        .list();
  }

  @Override
  public Optional<NightEntry> find(NightId night) {
    return statement(GET, night).query(JdbcNights::toEntry).optional();
  }

  private static Optional<Night> find(StatementSpec statement) {
    return statement.query(JdbcNights::toNight).optional();
  }

  @Override
  public Instant readEvidenceClock() {
    return client.sql(READ_EVIDENCE_CLOCK).query(OffsetDateTime.class).single().toInstant();
  }

  @Override
  public void open(Night night, Instant startedAt) {
    statement(OPEN, night.id())
        .param("policy", night.policy().policy())
        .param("policyVersion", night.policy().version())
        .param("startedAt", RecordTime.of(startedAt))
        .param("evidenceKnownAt", RecordTime.ofNullable(night.evidenceKnownAt()))
        .param("confirmedAt", RecordTime.ofNullable(night.confirmedAt()))
        .param("completedAt", RecordTime.ofNullable(night.completedAt()))
        .update();
  }

  @Override
  public void fixEvidence(NightId night, Instant evidenceKnownAt) {
    update(FIX_EVIDENCE, night, evidenceKnownAt);
  }

  @Override
  public void confirm(NightId night, Instant confirmedAt) {
    update(CONFIRM, night, confirmedAt);
  }

  @Override
  public void wantFull(NightId night) {
    if (statement(WANT_FULL, night).update() != 1) {
      throw neverOpened(night);
    }
  }

  @Override
  public boolean isFullWanted(NightId night) {
    return statement(IS_FULL_WANTED, night)
        .query(Boolean.class)
        .optional()
        .orElseThrow(() -> neverOpened(night));
  }

  @Override
  public void recordOutcome(NightId night, NightOutcome outcome) {
    setOutcome(night, outcome.kind().name(), outcome.step(), outcome.reason());
  }

  @Override
  public void forgetOutcome(NightId night) {
    setOutcome(night, null, null, null);
  }

  private void setOutcome(
      NightId night, @Nullable String kind, @Nullable String step, @Nullable String reason) {
    int updated =
        statement(RECORD_OUTCOME, night)
            .param("kind", kind)
            .param("step", step)
            .param("reason", reason)
            .update();
    if (updated != 1) {
      throw neverOpened(night);
    }
  }

  @Override
  public void complete(NightId night, Instant completedAt) {
    update(COMPLETE, night, completedAt);
  }

  private void update(String sql, NightId night, Instant moment) {
    if (statement(sql, night).param("moment", RecordTime.of(moment)).update() != 1) {
      throw neverOpened(night);
    }
  }

  private static IllegalArgumentException neverOpened(NightId night) {
    return new IllegalArgumentException("The night " + night + " was never opened");
  }

  private StatementSpec statement(String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  @Override
  public NightFigures getFigures(NightId night) {
    return figures.of(night);
  }

  @Override
  public NightFigures getIntakeFigures(NightId night) {
    return figures.ofIntake(night);
  }

  private static NightEntry toEntry(ResultSet row, int rowNumber) throws SQLException {
    String kind = row.getString("outcome");
    return new NightEntry(
        toNight(row, rowNumber),
        Objects.requireNonNull(RecordTime.get(row, "started_at")),
        kind == null
            ? null
            : new NightOutcome(
                NightOutcome.Kind.valueOf(kind),
                row.getString("outcome_step"),
                row.getString("outcome_reason")));
  }

  private static Night toNight(ResultSet row, int rowNumber) throws SQLException {
    return new Night(
        new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")),
        new PolicyVersion(row.getString("policy"), row.getInt("policy_version")),
        RecordTime.get(row, "evidence_known_at"),
        RecordTime.get(row, "confirmed_at"),
        RecordTime.get(row, "completed_at"));
  }
}
