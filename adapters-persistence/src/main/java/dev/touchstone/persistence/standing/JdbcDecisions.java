package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.BinaryCopy;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Decisions in {@code tier_decision} and standings in {@code standing}. A chunk is compared with
 * what was in force before in two queries, and what differs is appended by COPY. Of each partner
 * one row is read, however many there are of the nights before.
 */
public final class JdbcDecisions implements Decisions {

  private static final List<String> DECISION_COLUMNS =
      List.of(
          "partner_id",
          "business_date",
          "run",
          "earned",
          "people_certified",
          "specializations_covered",
          "references_counted",
          "responses_counted",
          "satisfaction_sum",
          "competencies",
          "content",
          "digest");

  private static final List<String> STANDING_COLUMNS =
      List.of(
          "partner_id",
          "business_date",
          "run",
          "earned",
          "held",
          "legacy",
          "at_risk_until",
          "since");

  private static final String DIGESTS_BEFORE =
      """
      SELECT d.partner_id, d.digest
      FROM unnest(:partners::text[]) AS p (partner_id)
      CROSS JOIN LATERAL tier_decision_after(p.partner_id, :date, :run) d
      """;

  private static final String STANDINGS_BEFORE =
      """
      SELECT s.*
      FROM unnest(:partners::text[]) AS p (partner_id)
      CROSS JOIN LATERAL standing_after(p.partner_id, :date, :run) s
      """;

  private static final String FIND =
      """
      SELECT d.content, s.earned, s.held, s.legacy, s.at_risk_until, s.since
      FROM tier_decision_after(:partner, :date, :run) d
      CROSS JOIN standing_after(:partner, :date, :run) s
      """;

  private static final String FOR_EACH =
      """
      SELECT p.partner_id, s.earned, s.held, s.legacy, s.at_risk_until, s.since, d.people_certified,
        d.specializations_covered, d.references_counted, d.responses_counted, d.satisfaction_sum,
        d.competencies
      FROM partner p
      CROSS JOIN LATERAL standing_after(p.partner_id, :date, :run) s
      CROSS JOIN LATERAL tier_decision_after(p.partner_id, :date, :run) d
      WHERE p.superseded_at IS NULL
      ORDER BY p.partner_id
      """;

  private final DataSource dataSource;
  private final JdbcTemplate template;
  private final JdbcClient client;

  /** Decisions in the database of the data source. */
  public JdbcDecisions(DataSource dataSource) {
    this.dataSource = dataSource;
    this.template = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(template);
  }

  @Override
  public void record(NightId night, List<DecidedStanding> partners) {
    CallerTransaction.require();
    String[] ids =
        partners.stream()
            .map(partner -> partner.decision().partner().value())
            .toArray(String[]::new);
    appendDecisions(night, partners, findDigests(night, ids));
    appendStandings(night, partners, findStandings(night, ids));
  }

  private Map<String, Digest> findDigests(NightId night, String[] partners) {
    Map<String, Digest> digests = new HashMap<>();
    RowCallbackHandler add =
        row -> digests.put(row.getString("partner_id"), new Digest(row.getBytes("digest")));
    statement(client, DIGESTS_BEFORE, night).param("partners", partners).query(add);
    return digests;
  }

  /** The database takes rows in while later ones are still being made. */
  private void appendDecisions(
      NightId night, List<DecidedStanding> partners, Map<String, Digest> before) {
    BinaryCopy.into(
        template,
        "tier_decision",
        DECISION_COLUMNS,
        copy -> {
          for (DecidedStanding partner : partners) {
            DecisionRow row = DecisionRow.from(partner.decision());
            if (!row.digest().equals(before.get(row.partner()))) {
              row.writeTo(copy, night);
            }
          }
        });
  }

  private Map<String, Standing> findStandings(NightId night, String[] partners) {
    Map<String, Standing> standings = new HashMap<>();
    RowCallbackHandler add = row -> standings.put(row.getString("partner_id"), toStanding(row));
    statement(client, STANDINGS_BEFORE, night).param("partners", partners).query(add);
    return standings;
  }

  private void appendStandings(
      NightId night, List<DecidedStanding> partners, Map<String, Standing> before) {
    List<DecidedStanding> changed =
        partners.stream()
            .filter(
                partner ->
                    !partner.standing().equals(before.get(partner.decision().partner().value())))
            .toList();
    if (!changed.isEmpty()) {
      BinaryCopy.into(
          template,
          "standing",
          STANDING_COLUMNS,
          copy -> {
            for (DecidedStanding partner : changed) {
              writeStanding(copy, night, partner.decision().partner(), partner.standing());
            }
          });
    }
  }

  private static void writeStanding(
      BinaryCopy copy, NightId night, PartnerId partner, Standing standing) throws SQLException {
    copy.beginRow();
    copy.writeText(partner.value());
    copy.writeDate(night.businessDate());
    copy.writeInt(night.run());
    copy.writeText(nameOf(standing.earned()));
    copy.writeText(nameOf(standing.held()));
    copy.writeBoolean(standing.legacy());
    copy.writeDate(standing.atRiskUntil());
    copy.writeDate(standing.since());
  }

  @Override
  public Optional<DecidedStanding> find(NightId night, PartnerId partner) {
    return statement(client, FIND, night)
        .param("partner", partner.value())
        .query(
            (row, number) ->
                new DecidedStanding(
                    DecisionJson.read(row.getString("content"))
                        .toDecision(partner, night.businessDate()),
                    toStanding(row)))
        .optional();
  }

  @Override
  public void forEach(NightId night, Consumer<DecisionLine> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource);
        Stream<DecisionLine> lines =
            statement(snapshot.client(), FOR_EACH, night)
                .query(JdbcDecisions::toDecisionLine)
                .stream()) {
      lines.forEach(consumer);
    }
  }

  private static StatementSpec statement(JdbcClient client, String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static DecisionLine toDecisionLine(ResultSet row, int number) throws SQLException {
    return new DecisionLine(
        new PartnerId(row.getString("partner_id")),
        toStanding(row),
        toNumbers(row),
        Stream.of((String[]) row.getArray("competencies").getArray())
            .map(SpecializationCode::new)
            .toList());
  }

  static EvidenceNumbers toNumbers(ResultSet row) throws SQLException {
    return new EvidenceNumbers(
        row.getInt("people_certified"),
        row.getInt("specializations_covered"),
        row.getInt("references_counted"),
        row.getInt("responses_counted"),
        row.getInt("satisfaction_sum"));
  }

  static Standing toStanding(ResultSet row) throws SQLException {
    return toStanding(row, "");
  }

  /** The standing in columns whose names begin alike. */
  static Standing toStanding(ResultSet row, String prefix) throws SQLException {
    return new Standing(
        toTier(row.getString(prefix + "earned")),
        toTier(row.getString(prefix + "held")),
        row.getBoolean(prefix + "legacy"),
        row.getObject(prefix + "at_risk_until", LocalDate.class),
        row.getObject(prefix + "since", LocalDate.class));
  }

  private static @Nullable Tier toTier(@Nullable String name) {
    return name == null ? null : new Tier(name);
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
