package dev.touchstone.persistence.arrival;

import dev.touchstone.application.arrival.Arrival;
import dev.touchstone.application.arrival.ArrivedFile;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that came in, in {@code arrived_file}. */
public final class JdbcArrivals implements Arrivals {

  private static final String BEGIN =
      """
      INSERT INTO arrived_file (kind, vendor, source, modified, bytes, sha256, held_at, path)
      VALUES (:kind, :vendor, :source, :modified, :bytes, :sha256, :heldAt, :path)
      RETURNING arrival_id
      """;

  private static final String END =
      "UPDATE arrived_file SET outcome = :outcome WHERE arrival_id = :id AND outcome IS NULL";

  private static final String LIST_UNENDED =
      "SELECT * FROM arrived_file WHERE outcome IS NULL ORDER BY arrival_id";

  private static final String LIST_TAKEN =
      """
      SELECT * FROM arrived_file
      WHERE sha256 = :sha256 AND kind = :kind AND vendor IS NOT DISTINCT FROM :vendor
        AND outcome = 'TAKEN'
      ORDER BY arrival_id DESC
      """;

  private static final String IS_REGISTERED =
      """
      SELECT EXISTS (
        SELECT FROM arrived_file a
        JOIN intake_file f ON f.sha256 = a.sha256 AND f.kind = a.kind
          AND f.vendor IS NOT DISTINCT FROM a.vendor
        JOIN night n ON n.business_date = f.business_date AND n.run = f.run
        WHERE a.arrival_id = :id AND (n.completed_at IS NULL OR n.completed_at >= a.arrived_at)
      )
      """;

  private static final String IS_UNCLEARED =
      """
      SELECT EXISTS (
        SELECT FROM arrived_file
        WHERE source = :source AND modified = :modified AND bytes = :bytes AND NOT cleared
          AND outcome IN ('TAKEN', 'REPEATED')
      )
      """;

  private static final String CLEAR =
      "UPDATE arrived_file SET cleared = true WHERE source = :source AND NOT cleared";

  private final JdbcClient client;

  /** Files in the database of the data source. */
  public JdbcArrivals(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Arrival begin(ArrivedFile file, String heldAt, String path) {
    long id =
        client
            .sql(BEGIN)
            .param("kind", file.kind().name())
            .param("vendor", vendorOf(file), Types.VARCHAR)
            .param("source", file.source())
            .param("modified", RecordTime.of(file.modified()))
            .param("bytes", file.bytes())
            .param("sha256", file.sha256())
            .param("heldAt", heldAt)
            .param("path", path)
            .query(Long.class)
            .single();
    return new Arrival(id, file, heldAt, path);
  }

  @Override
  public void end(Arrival arrival, Arrival.Outcome outcome) {
    client.sql(END).param("outcome", outcome.name()).param("id", arrival.id()).update();
  }

  @Override
  public List<Arrival> listUnended() {
    return client.sql(LIST_UNENDED).query(JdbcArrivals::toArrival).list();
  }

  @Override
  public List<Arrival> listTaken(ArrivedFile file) {
    return client
        .sql(LIST_TAKEN)
        .param("sha256", file.sha256())
        .param("kind", file.kind().name())
        .param("vendor", vendorOf(file), Types.VARCHAR)
        .query(JdbcArrivals::toArrival)
        .list();
  }

  @Override
  public boolean isRegistered(Arrival arrival) {
    return client.sql(IS_REGISTERED).param("id", arrival.id()).query(Boolean.class).single();
  }

  @Override
  public boolean isUncleared(String source, Instant modified, long bytes) {
    return client
        .sql(IS_UNCLEARED)
        .param("source", source)
        .param("modified", RecordTime.of(modified))
        .param("bytes", bytes)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void clear(String source) {
    client.sql(CLEAR).param("source", source).update();
  }

  private static @Nullable String vendorOf(ArrivedFile file) {
    return file.vendor() == null ? null : file.vendor().value();
  }

  private static Arrival toArrival(ResultSet row, int rowNumber) throws SQLException {
    String vendor = row.getString("vendor");
    ArrivedFile file =
        new ArrivedFile(
            EvidenceKind.valueOf(row.getString("kind")),
            vendor == null ? null : new SurveyVendor(vendor),
            row.getString("source"),
            Objects.requireNonNull(RecordTime.get(row, "modified")),
            row.getLong("bytes"),
            row.getString("sha256"));
    return new Arrival(
        row.getLong("arrival_id"), file, row.getString("held_at"), row.getString("path"));
  }
}
