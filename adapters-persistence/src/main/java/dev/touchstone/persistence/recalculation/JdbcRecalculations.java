package dev.touchstone.persistence.recalculation;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Recalculations in {@code recalculation}, and days that are due in {@code partner_due}. */
public final class JdbcRecalculations implements Recalculations {

  private static final String FIND_RULES =
      "SELECT rules FROM recalculation WHERE business_date = :date AND run = :run";

  private static final String PLAN =
      """
      INSERT INTO recalculation (business_date, run, all_because, rules)
      VALUES (:date, :run, :because, :rules)
      """;

  private static final String FORGET_EARLIER = "DELETE FROM recalculation_partner";

  /** Partners that became known after the night's moment are the next night's. */
  private static final String CHOOSE =
      """
      INSERT INTO recalculation_partner (business_date, run, partner_id)
      SELECT :date, :run, changed.partner_id
      FROM (
      %s
      ) changed
      WHERE EXISTS (SELECT FROM partner p WHERE p.partner_id = changed.partner_id)
      """
          .formatted(ChangedPartners.SELECT);

  private static final String GET_SCOPE =
      """
      SELECT r.all_because, (
          SELECT count(*) FROM recalculation_partner p
          WHERE p.business_date = r.business_date AND p.run = r.run
        ) AS partners
      FROM recalculation r
      WHERE r.business_date = :date AND r.run = :run
      """;

  private static final String FIRST_OF_PARTS =
      """
      SELECT min(partner_id)
      FROM (
        SELECT partner_id, ntile(:parts) OVER (ORDER BY partner_id) AS part
        FROM recalculation_partner
        WHERE business_date = :date AND run = :run
      ) parted
      GROUP BY part
      ORDER BY part
      """;

  private static final String LIST =
      """
      SELECT partner_id FROM recalculation_partner
      WHERE business_date = :date AND run = :run AND partner_id >= :from
        AND (:until::text IS NULL OR partner_id < :until)
        AND (:after::text IS NULL OR partner_id > :after)
      ORDER BY partner_id
      LIMIT :limit
      """;

  private static final String SET_DUE =
      """
      INSERT INTO partner_due AS d (partner_id, due_on)
      SELECT * FROM unnest(:partners::text[], :days::text[]::date[])
      ON CONFLICT (partner_id) DO UPDATE SET due_on = excluded.due_on
      WHERE d.due_on <> excluded.due_on
      """;

  private static final String NEVER_DUE =
      "DELETE FROM partner_due WHERE partner_id = ANY (:partners::text[])";

  private final JdbcClient client;

  /** Recalculations in the database of the data source. */
  public JdbcRecalculations(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<RulesFingerprint> findRules(NightId night) {
    return statement(FIND_RULES, night)
        .query(
            (row, number) -> new RulesFingerprint(HexFormat.of().formatHex(row.getBytes("rules"))))
        .optional();
  }

  @Override
  public void planAll(NightId night, String because, RulesFingerprint rules) {
    plan(night, because, rules);
  }

  @Override
  public long planChanged(
      NightId night, Instant since, Collection<PartnerId> more, RulesFingerprint rules) {
    plan(night, null, rules);
    client.sql(FORGET_EARLIER).update();
    return statement(CHOOSE, night)
        .param("since", RecordTime.of(since))
        .param("more", more.stream().map(PartnerId::value).toArray(String[]::new))
        .update();
  }

  private void plan(NightId night, @Nullable String because, RulesFingerprint rules) {
    CallerTransaction.require();
    statement(PLAN, night)
        .param("because", because)
        .param("rules", HexFormat.of().parseHex(rules.hex()))
        .update();
  }

  @Override
  public RecalculationScope getScope(NightId night) {
    return statement(GET_SCOPE, night)
        .query(
            (row, number) -> {
              String because = row.getString("all_because");
              return because == null
                  ? new RecalculationScope.Changed(row.getLong("partners"))
                  : new RecalculationScope.All(because);
            })
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The recalculation of night " + night + " was never planned"));
  }

  @Override
  public List<PartnerRange> partition(NightId night, int parts) {
    List<PartnerId> starts =
        statement(FIRST_OF_PARTS, night)
            .param("parts", parts)
            .query((row, number) -> new PartnerId(row.getString(1)))
            .list();
    List<PartnerRange> ranges = new ArrayList<>(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      ranges.add(new PartnerRange(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null));
    }
    return List.copyOf(ranges);
  }

  @Override
  public List<PartnerId> list(
      NightId night, PartnerRange range, @Nullable PartnerId after, int limit) {
    return statement(LIST, night)
        .param("from", range.from().value())
        .param("until", range.until() == null ? null : range.until().value())
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((row, number) -> new PartnerId(row.getString(1)))
        .list();
  }

  @Override
  public void recordDue(Map<PartnerId, @Nullable LocalDate> days) {
    CallerTransaction.require();
    List<String> due = new ArrayList<>(days.size());
    List<String> dueOn = new ArrayList<>(days.size());
    List<String> never = new ArrayList<>();
    days.forEach(
        (partner, day) -> {
          if (day == null) {
            never.add(partner.value());
          } else {
            due.add(partner.value());
            dueOn.add(day.toString());
          }
        });
    if (!due.isEmpty()) {
      client
          .sql(SET_DUE)
          .param("partners", due.toArray(String[]::new))
          .param("days", dueOn.toArray(String[]::new))
          .update();
    }
    if (!never.isEmpty()) {
      client.sql(NEVER_DUE).param("partners", never.toArray(String[]::new)).update();
    }
  }

  private StatementSpec statement(String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }
}
