package dev.touchstone.persistence.directory;

import dev.touchstone.application.directory.port.out.Publications;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications in {@code publication}. */
public final class JdbcPublications implements Publications {

  private static final String FIND_NIGHT =
      """
      SELECT p.business_date, p.run
      FROM publication p
      JOIN night earlier USING (business_date, run)
      JOIN night later ON (later.business_date, later.run) = (:date, :run)
      WHERE p.manifest = :manifest AND p.lines_revision = :revision
        AND (p.business_date, p.run) <= (:date, :run)
        AND earlier.evidence_known_at <= later.evidence_known_at
      ORDER BY p.business_date DESC, p.run DESC
      LIMIT 1
      """;

  private static final String RECORD =
      """
      INSERT INTO publication (manifest, business_date, run, lines_revision)
      VALUES (:manifest, :date, :run, :revision)
      ON CONFLICT (manifest, business_date, run)
        DO UPDATE SET lines_revision = excluded.lines_revision
      """;

  private final JdbcClient client;

  /** Publications in the database of the data source. */
  public JdbcPublications(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<NightId> findNight(String manifestSha256, int revision, NightId night) {
    return client
        .sql(FIND_NIGHT)
        .param("manifest", HexFormat.of().parseHex(manifestSha256))
        .param("revision", revision)
        .param("date", night.businessDate())
        .param("run", night.run())
        .query(
            (row, number) ->
                new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")))
        .optional();
  }

  @Override
  public void record(NightId night, String manifestSha256, int revision) {
    CallerTransaction.require();
    client
        .sql(RECORD)
        .param("manifest", HexFormat.of().parseHex(manifestSha256))
        .param("date", night.businessDate())
        .param("run", night.run())
        .param("revision", revision)
        .update();
  }
}
