package dev.touchstone.persistence.whatif;

import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.application.whatif.WhatIfState;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.persistence.postgres.BinaryCopy;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Trials in {@code what_if}, and their partners in {@code what_if_partner}. */
public final class JdbcWhatIfs implements WhatIfs {

  private static final List<String> COLUMNS =
      List.of(
          "what_if_id",
          "partner_id",
          "province",
          "earned_now",
          "earned_then",
          "displayed_now",
          "displayed_then",
          "reason");

  private static final int CHUNK = 1_000;

  /** For one transaction: openings take turns, so that each can count those before it. */
  private static final String TAKE_TURN =
      "SELECT pg_advisory_xact_lock('what_if'::regclass::integer, 0)";

  private static final String OPEN =
      """
      INSERT INTO what_if (candidate, candidate_version, business_date, known_at, requested_by,
        requested_at, state, owner)
      SELECT :candidate, :version, :date, :knownAt, :requestedBy, :requestedAt, 'RUNNING', :owner
      WHERE (SELECT count(*) FROM what_if WHERE state = 'RUNNING') < :most
      RETURNING what_if_id
      """;

  private static final String DONE =
      """
      UPDATE what_if SET state = 'DONE', ended_at = :endedAt, reason = NULL, trial = :trial::json
      WHERE what_if_id = :id AND state = 'RUNNING'
      """;

  private static final String FAIL =
      """
      WITH failed AS (
        UPDATE what_if SET state = 'FAILED', ended_at = :endedAt, reason = :reason
        WHERE what_if_id = :id
        RETURNING what_if_id
      )
      DELETE FROM what_if_partner WHERE what_if_id IN (SELECT what_if_id FROM failed)
      """;

  /** One without an owner is from before there were owners. */
  private static final String INTERRUPT =
      """
      UPDATE what_if SET state = 'INTERRUPTED', ended_at = :endedAt, reason = :reason
      WHERE state = 'RUNNING' AND NOT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 1
          AND classid = :keys::bigint::oid AND objid = what_if.owner::bigint::oid
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      )
      """;

  private static final String FORGET_PARTNERS =
      """
      DELETE FROM what_if_partner
      WHERE what_if_id IN (SELECT what_if_id FROM what_if WHERE state = 'INTERRUPTED')
      """;

  private static final String KEEP_NEWEST =
      """
      DELETE FROM what_if
      WHERE state <> 'RUNNING' AND what_if_id NOT IN (
        SELECT what_if_id FROM what_if ORDER BY what_if_id DESC LIMIT :count
      )
      """;

  private static final String FIND = "SELECT * FROM what_if WHERE what_if_id = :id";

  private static final String LIST =
      "SELECT * FROM what_if WHERE what_if_id < :before ORDER BY what_if_id DESC LIMIT :limit";

  private static final String LIST_PARTNERS =
      """
      SELECT * FROM what_if_partner
      WHERE what_if_id = :id AND partner_id > :after AND (NOT :changedOnly OR reason <> '')
      ORDER BY partner_id
      LIMIT :limit
      """;

  private static final String FOR_EACH_PARTNER =
      "SELECT * FROM what_if_partner WHERE what_if_id = :id ORDER BY partner_id";

  private final DataSource dataSource;
  private final WhatIfOwner owner;
  private final JdbcTemplate template;
  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /**
   * Trials in the database of the data source, whose transactions the manager runs.
   *
   * @param owner whose trials those are that are opened here
   */
  public JdbcWhatIfs(
      DataSource dataSource, PlatformTransactionManager transactionManager, WhatIfOwner owner) {
    this.dataSource = dataSource;
    this.owner = owner;
    this.template = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public Optional<WhatIfId> open(WhatIf.Wish wish, int most) {
    CallerTransaction.require();
    int ownedBy = owner.number();
    client.sql(TAKE_TURN).query((row, number) -> true).single();
    return client
        .sql(OPEN)
        .param("candidate", wish.candidate().policy())
        .param("version", wish.candidate().version())
        .param("date", wish.date())
        .param("knownAt", RecordTime.of(wish.knownAt()))
        .param("requestedBy", wish.requestedBy())
        .param("requestedAt", RecordTime.of(wish.requestedAt()))
        .param("most", most)
        .param("owner", ownedBy)
        .query(Long.class)
        .optional()
        .map(WhatIfId::new);
  }

  @Override
  public void carryOut(
      WhatIfId id, Function<Consumer<TriedPartner>, TryPolicyResult> trial, Clock clock) {
    List<TriedPartner> chunk = new ArrayList<>(CHUNK);
    TryPolicyResult result =
        trial.apply(
            tried -> {
              chunk.add(tried);
              if (chunk.size() == CHUNK) {
                transaction.executeWithoutResult(status -> keep(id, chunk));
              }
            });
    if (result instanceof TryPolicyResult.Refused refused) {
      fail(id, refused.reason(), clock.instant());
    } else {
      TryPolicyResult.Tried tried = (TryPolicyResult.Tried) result;
      transaction.executeWithoutResult(
          status -> {
            keep(id, chunk);
            done(id, tried, clock);
          });
    }
  }

  /** The trial itself is in no transaction: it takes locks that others wait for. */
  private void keep(WhatIfId id, List<TriedPartner> chunk) {
    BinaryCopy.into(
        template,
        "what_if_partner",
        COLUMNS,
        copy -> {
          for (TriedPartner tried : chunk) {
            write(copy, id, tried);
          }
        });
    chunk.clear();
  }

  private static void write(BinaryCopy copy, WhatIfId id, TriedPartner tried) throws SQLException {
    copy.beginRow();
    copy.writeLong(id.value());
    copy.writeText(tried.partner().value());
    copy.writeText(tried.province());
    copy.writeText(nameOf(tried.earnedNow()));
    copy.writeText(nameOf(tried.earnedThen()));
    copy.writeText(nameOf(tried.displayedNow()));
    copy.writeText(nameOf(tried.displayedThen()));
    copy.writeText(tried.reason());
  }

  /** One that was given up meanwhile has lost partners, and is not done. */
  private void done(WhatIfId id, TryPolicyResult.Tried tried, Clock clock) {
    int updated =
        client
            .sql(DONE)
            .param("id", id.value())
            .param("endedAt", RecordTime.of(clock.instant()))
            .param("trial", TrialJson.write(tried.trial()))
            .update();
    if (updated != 1) {
      client.sql(FORGET_PARTNERS).update();
    }
  }

  @Override
  public void fail(WhatIfId id, String reason, Instant endedAt) {
    client
        .sql(FAIL)
        .param("id", id.value())
        .param("reason", reason)
        .param("endedAt", RecordTime.of(endedAt))
        .update();
  }

  @Override
  public void interruptAbandoned(String reason, Instant endedAt) {
    client
        .sql(INTERRUPT)
        .param("keys", WhatIfOwner.KEYS)
        .param("reason", reason)
        .param("endedAt", RecordTime.of(endedAt))
        .update();
  }

  @Override
  public void keepNewest(int count) {
    CallerTransaction.require();
    client.sql(KEEP_NEWEST).param("count", count).update();
  }

  @Override
  public Optional<WhatIf> find(WhatIfId id) {
    return client.sql(FIND).param("id", id.value()).query(JdbcWhatIfs::toWhatIf).optional();
  }

  @Override
  public List<WhatIf> list(@Nullable WhatIfId before, int limit) {
    return client
        .sql(LIST)
        .param("before", before == null ? Long.MAX_VALUE : before.value())
        .param("limit", limit)
        .query(JdbcWhatIfs::toWhatIf)
        .list();
  }

  @Override
  public List<TriedPartner> listPartners(
      WhatIfId id, boolean changedOnly, @Nullable PartnerId after, int limit) {
    return client
        .sql(LIST_PARTNERS)
        .param("id", id.value())
        .param("changedOnly", changedOnly)
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query(JdbcWhatIfs::toPartner)
        .list();
  }

  @Override
  public void forEachPartner(WhatIfId id, Consumer<TriedPartner> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource);
        Stream<TriedPartner> partners =
            snapshot
                .client()
                .sql(FOR_EACH_PARTNER)
                .param("id", id.value())
                .query(JdbcWhatIfs::toPartner)
                .stream()) {
      partners.forEach(consumer);
    }
  }

  private static WhatIf toWhatIf(ResultSet row, int number) throws SQLException {
    String trial = row.getString("trial");
    return new WhatIf(
        new WhatIfId(row.getLong("what_if_id")),
        new WhatIf.Wish(
            new PolicyVersion(row.getString("candidate"), row.getInt("candidate_version")),
            row.getObject("business_date", LocalDate.class),
            Objects.requireNonNull(RecordTime.get(row, "known_at")),
            row.getString("requested_by"),
            Objects.requireNonNull(RecordTime.get(row, "requested_at"))),
        WhatIfState.valueOf(row.getString("state")),
        RecordTime.get(row, "ended_at"),
        row.getString("reason"),
        trial == null ? null : TrialJson.read(trial));
  }

  private static TriedPartner toPartner(ResultSet row, int number) throws SQLException {
    return new TriedPartner(
        new PartnerId(row.getString("partner_id")),
        row.getString("province"),
        toTier(row.getString("earned_now")),
        toTier(row.getString("earned_then")),
        toTier(row.getString("displayed_now")),
        toTier(row.getString("displayed_then")),
        row.getString("reason"));
  }

  private static @Nullable Tier toTier(@Nullable String name) {
    return name == null ? null : new Tier(name);
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
