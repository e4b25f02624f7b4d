package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.DecisionDifference;
import dev.touchstone.application.standing.DecisionDifference.Kind;
import dev.touchstone.application.standing.port.out.StoredDecisions;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What {@code tier_decision} and {@code standing} hold, compared with what should come out. */
public final class JdbcStoredDecisions implements StoredDecisions {

  private static final String DECISIONS =
      """
      SELECT d.*
      FROM unnest(:partners::text[]) AS p (partner_id)
      CROSS JOIN LATERAL tier_decision_after(p.partner_id, :date, :run) d
      """;

  private static final String STANDINGS =
      """
      SELECT s.*
      FROM unnest(:partners::text[]) AS p (partner_id)
      CROSS JOIN LATERAL standing_after(p.partner_id, :date, :run) s
      """;

  private static final String PARTNERS =
      """
      SELECT partner_id FROM tier_decision WHERE (business_date, run) <= (:date, :run)
      UNION
      SELECT partner_id FROM standing WHERE (business_date, run) <= (:date, :run)
      ORDER BY partner_id
      """;

  private final JdbcClient client;

  /** Decisions in the database of the data source. */
  public JdbcStoredDecisions(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<PartnerId> listPartners(NightId night) {
    return statement(PARTNERS, night)
        .query((row, number) -> new PartnerId(row.getString("partner_id")))
        .list();
  }

  @Override
  public List<DecisionDifference> compare(NightId night, List<DecidedStanding> recomputed) {
    String[] partners =
        recomputed.stream().map(of -> of.decision().partner().value()).toArray(String[]::new);
    Map<String, StoredDecision> decisions = new HashMap<>();
    RowCallbackHandler addDecision =
        row -> decisions.put(row.getString("partner_id"), StoredDecision.from(row));
    statement(DECISIONS, night).param("partners", partners).query(addDecision);
    Map<String, Standing> standings = new HashMap<>();
    RowCallbackHandler addStanding =
        row -> standings.put(row.getString("partner_id"), JdbcDecisions.toStanding(row));
    statement(STANDINGS, night).param("partners", partners).query(addStanding);
    List<DecisionDifference> differences = new ArrayList<>();
    for (DecidedStanding decided : recomputed) {
      String id = decided.decision().partner().value();
      addDifferences(decided, decisions.get(id), standings.get(id), differences);
    }
    return differences;
  }

  private static void addDifferences(
      DecidedStanding decided,
      @Nullable StoredDecision decision,
      @Nullable Standing standing,
      List<DecisionDifference> differences) {
    PartnerId partner = decided.decision().partner();
    DecisionRow expected = DecisionRow.from(decided.decision());
    if (decision == null || standing == null) {
      differences.add(
          new DecisionDifference(
              partner,
              Kind.NOT_STORED,
              decision == null ? "no decision" : "no standing",
              wordsOf(expected.earned())));
      return;
    }
    if (decision.isDamaged()) {
      differences.add(
          new DecisionDifference(
              partner, Kind.DAMAGED, "not what its digest is of", wordsOf(expected.earned())));
    } else if (!decision.digest().equals(expected.digest())) {
      differences.add(
          new DecisionDifference(
              partner, Kind.DECISION, decision.content(), expected.content().toString()));
    }
    if (!standing.equals(decided.standing())) {
      differences.add(
          new DecisionDifference(
              partner, Kind.STANDING, wordsOf(standing), wordsOf(decided.standing())));
    }
  }

  private StatementSpec statement(String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static String wordsOf(@Nullable Object tier) {
    return tier == null ? "no tier" : tier.toString();
  }

  private static String wordsOf(Standing standing) {
    return "earned %s, held %s%s since %s, at risk until %s"
        .formatted(
            standing.earned(),
            standing.held(),
            standing.legacy() ? " by legacy" : "",
            standing.since(),
            standing.atRiskUntil());
  }

  /** A decision with all that a row states of it, some of it twice. */
  private record StoredDecision(
      @Nullable String earned,
      EvidenceNumbers numbers,
      List<SpecializationCode> competencies,
      String content,
      Digest digest) {

    static StoredDecision from(ResultSet row) throws SQLException {
      return new StoredDecision(
          row.getString("earned"),
          JdbcDecisions.toNumbers(row),
          Stream.of((String[]) row.getArray("competencies").getArray())
              .map(SpecializationCode::new)
              .toList(),
          row.getString("content"),
          new Digest(row.getBytes("digest")));
    }

    boolean isDamaged() {
      if (!Digest.of(content).equals(digest)) {
        return true;
      }
      DecisionContent stated = DecisionJson.read(content);
      return !Objects.equals(earned, stated.earned() == null ? null : stated.earned().name())
          || !numbers.equals(stated.numbers())
          || !competencies.equals(stated.competencies());
    }
  }
}
