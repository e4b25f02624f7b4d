package dev.touchstone.persistence.integrity;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.BinaryCopy;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The findings in {@code integrity_finding}. */
public final class JdbcIntegrityFindings implements IntegrityFindings {

  private static final List<String> COLUMNS =
      List.of("business_date", "run", "place", "kind", "partner_id", "subject", "detail");

  private static final String EXIST =
      """
      SELECT EXISTS (
        SELECT FROM integrity_finding WHERE business_date = :date AND run = :run
      )
      """;

  private static final String COUNT =
      "SELECT count(*) FROM integrity_finding WHERE business_date = :date AND run = :run";

  private static final String LIST =
      """
      SELECT place, kind, partner_id, subject, detail FROM integrity_finding
      WHERE business_date = :date AND run = :run AND place > :after
        AND (:kind::text IS NULL OR kind = :kind)
        AND (:partner::text IS NULL OR partner_id = :partner)
      ORDER BY place
      LIMIT :limit
      """;

  private static final String FOR_EACH =
      """
      SELECT kind, partner_id, subject, detail FROM integrity_finding
      WHERE business_date = :date AND run = :run
      ORDER BY place
      """;

  private final DataSource dataSource;
  private final JdbcTemplate template;

  /** Findings in the database of the data source. */
  public JdbcIntegrityFindings(DataSource dataSource) {
    this.dataSource = dataSource;
    this.template = new JdbcTemplate(dataSource);
  }

  @Override
  public void record(NightId night, List<IntegrityFinding> findings) {
    CallerTransaction.require();
    // All of a night's findings are recorded in one transaction: some are there only if all are.
    boolean recorded =
        statement(JdbcClient.create(template), EXIST, night).query(Boolean.class).single();
    if (!recorded && !findings.isEmpty()) {
      BinaryCopy.into(
          template,
          "integrity_finding",
          COLUMNS,
          copy -> {
            for (int i = 0; i < findings.size(); i++) {
              write(copy, night, i + 1, findings.get(i));
            }
          });
    }
  }

  private static void write(BinaryCopy copy, NightId night, int place, IntegrityFinding finding)
      throws SQLException {
    copy.beginRow();
    copy.writeDate(night.businessDate());
    copy.writeInt(night.run());
    copy.writeInt(place);
    copy.writeText(finding.kind().name());
    copy.writeText(finding.partner().value());
    copy.writeText(finding.subject());
    copy.writeText(finding.detail());
  }

  @Override
  public long count(NightId night) {
    return statement(JdbcClient.create(template), COUNT, night).query(Long.class).single();
  }

  @Override
  public List<PlacedFinding> list(NightId night, FindingFilter filter, int after, int limit) {
    IntegrityKind kind = filter.kind();
    PartnerId partner = filter.partner();
    return statement(JdbcClient.create(template), LIST, night)
        .param("after", after)
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("partner", partner == null ? null : partner.value(), Types.VARCHAR)
        .param("limit", limit)
        .query((row, number) -> new PlacedFinding(row.getInt("place"), toFinding(row, number)))
        .list();
  }

  @Override
  public void forEach(NightId night, Consumer<IntegrityFinding> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource);
        Stream<IntegrityFinding> findings =
            statement(snapshot.client(), FOR_EACH, night)
                .query(JdbcIntegrityFindings::toFinding)
                .stream()) {
      findings.forEach(consumer);
    }
  }

  private static StatementSpec statement(JdbcClient client, String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static IntegrityFinding toFinding(ResultSet row, int number) throws SQLException {
    return new IntegrityFinding(
        IntegrityKind.valueOf(row.getString("kind")),
        new PartnerId(row.getString("partner_id")),
        row.getString("subject"),
        row.getString("detail"));
  }
}
