package dev.touchstone.persistence.standing;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The waivers in {@code waiver}. */
public final class JdbcWaivers implements Waivers {

  private static final String KNOWN_AT =
      """
      SELECT * FROM waiver
      WHERE recorded_at <= :knownAt AND (superseded_at IS NULL OR superseded_at > :knownAt)
      ORDER BY waiver_id
      """;

  private static final String RECORDED =
      """
      SELECT current.*, (SELECT count(*) FROM waiver version
          WHERE version.waiver_id = current.waiver_id) AS revision
      FROM waiver current
      WHERE current.superseded_at IS NULL
      """;

  private static final String FIND = RECORDED + "AND current.waiver_id = :id";

  private static final String LIST =
      RECORDED
          + """
        AND current.waiver_id > :after
        AND (:on::date IS NULL OR (current.valid_from <= :on AND :on < current.valid_to))
      ORDER BY current.waiver_id
      LIMIT :limit
      """;

  private static final String SUPERSEDE =
      """
      UPDATE waiver SET superseded_at = :recordedAt
      WHERE waiver_id = :id AND superseded_at IS NULL
      """;

  private static final String APPEND =
      """
      INSERT INTO waiver (waiver_id, partner_id, registered_from, registered_before, province,
        legacy_level, tier, criterion, author, reason, valid_from, valid_to, ended_by, end_reason,
        recorded_at)
      VALUES (:id, :partner, :registeredFrom, :registeredBefore, :province, :legacyLevel, :tier,
        :criterion, :author, :reason, :from, :to, :endedBy, :endReason, :recordedAt)
      """;

  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /** Waivers in the database of the data source. */
  public JdbcWaivers(DataSource dataSource, PlatformTransactionManager transactionManager) {
    this.client = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** The lock waits for changes under way: they may have begun before the moment. */
  @Override
  public List<Waiver> listKnownAt(Instant moment) {
    return requireNonNull(
        transaction.execute(
            status -> {
              client.sql("LOCK TABLE waiver IN SHARE MODE").update();
              return client
                  .sql(KNOWN_AT)
                  .param("knownAt", RecordTime.of(moment))
                  .query(JdbcWaivers::toWaiver)
                  .list();
            }));
  }

  @Override
  public List<RecordedWaiver> list(@Nullable WaiverId after, @Nullable LocalDate on, int limit) {
    return client
        .sql(LIST)
        .param("after", after == null ? 0 : after.value())
        .param("on", on, Types.DATE)
        .param("limit", limit)
        .query(JdbcWaivers::toRecorded)
        .list();
  }

  @Override
  public Optional<RecordedWaiver> find(WaiverId id) {
    return client.sql(FIND).param("id", id.value()).query(JdbcWaivers::toRecorded).optional();
  }

  @Override
  public <T> T exclusively(Supplier<T> change) {
    return requireNonNull(
        transaction.execute(
            status -> {
              client.sql("LOCK TABLE waiver IN EXCLUSIVE MODE").update();
              return change.get();
            }));
  }

  @Override
  public WaiverId nextId() {
    return new WaiverId(client.sql("SELECT nextval('waiver_number')").query(Long.class).single());
  }

  @Override
  public void record(Waiver waiver, Instant recordedAt) {
    CallerTransaction.require();
    client
        .sql(SUPERSEDE)
        .param("id", waiver.id().value())
        .param("recordedAt", RecordTime.of(recordedAt))
        .update();
    Waiver.Ending ending = waiver.ending();
    withTarget(client.sql(APPEND), waiver.target())
        .param("id", waiver.id().value())
        .param("tier", waiver.criterion().tier().name())
        .param("criterion", waiver.criterion().kind().name())
        .param("author", waiver.author())
        .param("reason", waiver.reason())
        .param("from", waiver.from())
        .param("to", waiver.to())
        .param("endedBy", ending == null ? null : ending.author())
        .param("endReason", ending == null ? null : ending.reason())
        .param("recordedAt", RecordTime.of(recordedAt))
        .update();
  }

  private static StatementSpec withTarget(StatementSpec statement, WaiverTarget target) {
    WaiverTarget.OnePartner one = target instanceof WaiverTarget.OnePartner o ? o : null;
    WaiverTarget.Cohort cohort = target instanceof WaiverTarget.Cohort c ? c : null;
    LegacyLevel level = cohort == null ? null : cohort.legacyLevel();
    return statement
        .param("partner", one == null ? null : one.id().value())
        .param("registeredFrom", cohort == null ? null : cohort.registeredFrom(), Types.DATE)
        .param("registeredBefore", cohort == null ? null : cohort.registeredBefore(), Types.DATE)
        .param("province", cohort == null ? null : cohort.province())
        .param("legacyLevel", level == null ? null : level.name());
  }

  private static RecordedWaiver toRecorded(ResultSet row, int number) throws SQLException {
    return new RecordedWaiver(toWaiver(row, number), row.getLong("revision"));
  }

  private static Waiver toWaiver(ResultSet row, int number) throws SQLException {
    return new Waiver(
        new WaiverId(row.getLong("waiver_id")),
        toTarget(row),
        new TierCriterion(
            new Tier(row.getString("tier")), CriterionKind.valueOf(row.getString("criterion"))),
        row.getString("author"),
        row.getString("reason"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        toEnding(row));
  }

  private static Waiver.@Nullable Ending toEnding(ResultSet row) throws SQLException {
    String author = row.getString("ended_by");
    return author == null ? null : new Waiver.Ending(author, row.getString("end_reason"));
  }

  private static WaiverTarget toTarget(ResultSet row) throws SQLException {
    String partner = row.getString("partner_id");
    if (partner != null) {
      return new WaiverTarget.OnePartner(new PartnerId(partner));
    }
    String legacyLevel = row.getString("legacy_level");
    return new WaiverTarget.Cohort(
        row.getObject("registered_from", LocalDate.class),
        row.getObject("registered_before", LocalDate.class),
        row.getString("province"),
        legacyLevel == null ? null : LegacyLevel.valueOf(legacyLevel));
  }
}
