package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.Redecision;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions in {@code redecision}, which takes no update and no delete. */
public final class JdbcRedecisions implements Redecisions {

  private static final String APPEND =
      """
      INSERT INTO redecision (partner_id, business_date, run, known_at, earned, held, legacy,
        at_risk_until, since, content, digest)
      VALUES (:partner, :date, :run, :knownAt, :earned, :held, :legacy, :atRiskUntil, :since,
        CAST(:content AS json), :digest)
      RETURNING redecision_id
      """;

  private static final String GET = "SELECT * FROM redecision WHERE redecision_id = :id";

  private final JdbcClient client;

  /** Decisions in the database of the data source. */
  public JdbcRedecisions(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public long append(NightId night, Instant knownAt, DecidedStanding decided) {
    CallerTransaction.require();
    DecisionRow decision = DecisionRow.from(decided.decision());
    Standing standing = decided.standing();
    return client
        .sql(APPEND)
        .param("partner", decision.partner())
        .param("date", night.businessDate())
        .param("run", night.run())
        .param("knownAt", RecordTime.of(knownAt))
        .param("earned", nameOf(standing.earned()))
        .param("held", nameOf(standing.held()))
        .param("legacy", standing.legacy())
        .param("atRiskUntil", standing.atRiskUntil(), Types.DATE)
        .param("since", standing.since(), Types.DATE)
        .param("content", decision.content().toString())
        .param("digest", decision.digest().bytes())
        .query(Long.class)
        .single();
  }

  @Override
  public Redecision getRedecision(long id) {
    return client
        .sql(GET)
        .param("id", id)
        .query(JdbcRedecisions::toRedecision)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("There is no redecision " + id));
  }

  private static Redecision toRedecision(ResultSet row, int number) throws SQLException {
    String content = row.getString("content");
    if (!Digest.of(content).equals(new Digest(row.getBytes("digest")))) {
      throw new IllegalStateException(
          "Redecision " + row.getLong("redecision_id") + " is not what its digest is of");
    }
    LocalDate date = row.getObject("business_date", LocalDate.class);
    return new Redecision(
        row.getLong("redecision_id"),
        Objects.requireNonNull(RecordTime.get(row, "known_at")),
        new DecidedStanding(
            DecisionJson.read(content).toDecision(new PartnerId(row.getString("partner_id")), date),
            JdbcDecisions.toStanding(row)));
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
