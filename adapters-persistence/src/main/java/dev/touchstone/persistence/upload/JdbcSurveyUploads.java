package dev.touchstone.persistence.upload;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadFigures;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The uploads in {@code survey_upload}; what became of their rows the intake has recorded. */
public final class JdbcSurveyUploads implements SurveyUploads {

  /** Waits for another transaction that adds the same; it does nothing where that one lasts. */
  private static final String ADD =
      """
      INSERT INTO survey_upload
        (vendor, file_name, bytes, sha256, business_date, dry_run, state, received_at, folder)
      VALUES (:vendor, :fileName, :bytes, :sha256, :date, :dryRun, 'RECEIVED', :receivedAt, :folder)
      ON CONFLICT (vendor, business_date, sha256)
        WHERE NOT dry_run AND state IN ('RECEIVED', 'RUNNING', 'TAKEN')
        DO NOTHING
      RETURNING upload_id
      """;

  /** Adds nothing where the first one has failed in the meantime. */
  private static final String ADD_REPEATED =
      """
      INSERT INTO survey_upload
        (vendor, file_name, bytes, sha256, business_date, dry_run, state, received_at, ended_at,
          repeats)
      SELECT :vendor, :fileName, :bytes, :sha256, :date, :dryRun, 'REPEATED', :receivedAt,
        :receivedAt, first.upload_id
      FROM survey_upload first
      WHERE first.vendor = :vendor AND first.business_date = :date AND first.sha256 = :sha256
        AND NOT first.dry_run AND first.state IN ('RECEIVED', 'RUNNING', 'TAKEN')
      RETURNING upload_id
      """;

  private static final String SELECT =
      """
      SELECT u.*, f.state AS file_state, f.rows_staged, f.rows_read, f.rows_added,
        f.rows_superseding, f.rows_unchanged, f.rows_rejected, counted.reasons, counted.rejects,
        whole.reason, whole.detail, whole.columns
      FROM survey_upload u
        LEFT JOIN intake_file f USING (upload_id)
        LEFT JOIN rejected_row whole ON whole.file_id = f.file_id AND whole.sheet_index IS NULL
          AND whole.line IS NULL
        CROSS JOIN LATERAL (
          SELECT array_agg(reason) AS reasons, array_agg(rejects) AS rejects
          FROM survey_upload_reject r WHERE r.upload_id = u.upload_id
        ) counted
      """;

  private static final String FIND = SELECT + "WHERE u.upload_id = :upload";

  private static final String FIND_OF_VENDOR = FIND + " AND u.vendor = :vendor";

  private static final String LIST =
      SELECT
          + """
          WHERE u.upload_id < coalesce(:before, 9223372036854775807)
            AND (CAST(:vendor AS text) IS NULL OR u.vendor = :vendor)
          ORDER BY u.upload_id DESC
          LIMIT :limit
          """;

  /** A copy of the database is another record, and so is another schema. */
  private static final String RECORD_NAME =
      """
      SELECT system_identifier || '-' || d.oid || '-' || current_schema()
      FROM pg_control_system(), pg_database d
      WHERE d.datname = current_database()
      """;

  private static final String LIST_UNKNOWN =
      """
      SELECT id FROM unnest(:ids) AS id
      WHERE NOT EXISTS (SELECT FROM survey_upload WHERE upload_id = id)
      ORDER BY id
      """;

  private static final String ADOPT =
      """
      UPDATE survey_upload SET folder = :folder
      WHERE folder IS NULL AND state <> 'REPEATED'
      """;

  private static final String LIST_OPEN =
      """
      SELECT upload_id FROM survey_upload
      WHERE state IN ('RECEIVED', 'RUNNING') AND folder = :folder
      ORDER BY upload_id
      """;

  private static final String COUNT_OPEN =
      """
      SELECT count(*) FROM survey_upload
      WHERE vendor = :vendor AND folder = :folder AND state IN ('RECEIVED', 'RUNNING')
      """;

  /** Who counts annotated workbooks counts no rows: the intake has done so. */
  private static final String COUNT_BYTES_KEPT =
      """
      SELECT coalesce(sum(u.bytes * (
        CASE WHEN u.state IN ('RECEIVED', 'RUNNING', 'TAKEN') THEN 1 ELSE 0 END
        + CASE WHEN u.state IN ('TAKEN', 'CHECKED') AND f.rows_rejected > 0 THEN 1 ELSE 0 END)), 0)
      FROM survey_upload u LEFT JOIN intake_file f USING (upload_id)
      WHERE u.vendor = :vendor AND u.folder = :folder AND u.files_gone_at IS NULL
      """;

  private static final String LIST_WITH_FILES =
      SELECT
          + """
          WHERE u.files_gone_at IS NULL AND u.state <> 'REPEATED' AND u.ended_at < :endedBefore
            AND u.folder = :folder
          ORDER BY u.ended_at, u.upload_id
          LIMIT :limit OFFSET :skip
          """;

  private static final String RECORD_FILES_GONE =
      """
      UPDATE survey_upload SET files_gone_at = :at
      WHERE upload_id = :upload AND ended_at IS NOT NULL AND files_gone_at IS NULL
      """;

  private static final String BEGIN =
      """
      UPDATE survey_upload u SET state = 'RUNNING'
      WHERE upload_id = :upload AND state IN ('RECEIVED', 'RUNNING')
        AND NOT EXISTS (
          SELECT FROM survey_upload older
          WHERE older.vendor = u.vendor AND older.upload_id < u.upload_id
            AND older.state IN ('RECEIVED', 'RUNNING'))
      """;

  private static final String END =
      """
      WITH ended AS (
        UPDATE survey_upload SET state = :state, failure = :failure, ended_at = :at
        WHERE upload_id = :upload AND state IN ('RECEIVED', 'RUNNING')
        RETURNING upload_id
      ), counted AS (
        INSERT INTO survey_upload_reject (upload_id, reason, rejects)
        SELECT upload_id, r.reason, count(*)
        FROM ended JOIN intake_file f USING (upload_id) JOIN rejected_row r USING (file_id)
        WHERE r.line IS NOT NULL
        GROUP BY upload_id, r.reason
      )
      SELECT count(*) FROM ended
      """;

  private final JdbcClient client;

  /** The uploads in the database of the data source. */
  public JdbcSurveyUploads(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt) {
    CallerTransaction.require();
    Optional<Long> added = Optional.empty();
    while (added.isEmpty()) {
      added =
          adding(ADD, workbook, receivedAt)
              .param("folder", folder)
              .query(Long.class)
              .optional()
              .or(() -> adding(ADD_REPEATED, workbook, receivedAt).query(Long.class).optional());
    }
    return getUpload(added.get());
  }

  private StatementSpec adding(String sql, UploadedWorkbook workbook, Instant receivedAt) {
    return client
        .sql(sql)
        .param("vendor", workbook.vendor().value())
        .param("fileName", workbook.fileName())
        .param("bytes", workbook.bytes())
        .param("sha256", workbook.sha256())
        .param("date", workbook.businessDate())
        .param("dryRun", workbook.dryRun())
        .param("receivedAt", RecordTime.of(receivedAt));
  }

  @Override
  public SurveyUpload getUpload(long id) {
    return findUpload(id).orElseThrow(() -> new IllegalStateException("There is no upload " + id));
  }

  @Override
  public Optional<SurveyUpload> findUpload(long id) {
    return client.sql(FIND).param("upload", id).query(JdbcSurveyUploads::toSurveyUpload).optional();
  }

  @Override
  public Optional<SurveyUpload> findUpload(long id, SurveyVendor vendor) {
    return client
        .sql(FIND_OF_VENDOR)
        .param("upload", id)
        .param("vendor", vendor.value())
        .query(JdbcSurveyUploads::toSurveyUpload)
        .optional();
  }

  @Override
  public List<SurveyUpload> list(@Nullable SurveyVendor vendor, @Nullable Long before, int limit) {
    return client
        .sql(LIST)
        .param("vendor", vendor == null ? null : vendor.value(), Types.VARCHAR)
        .param("before", before, Types.BIGINT)
        .param("limit", limit)
        .query(JdbcSurveyUploads::toSurveyUpload)
        .list();
  }

  @Override
  public String recordName() {
    return client.sql(RECORD_NAME).query(String.class).single();
  }

  @Override
  public List<Long> listUnknown(List<Long> ids) {
    return client.sql(LIST_UNKNOWN).param("ids", ids.toArray(Long[]::new)).query(Long.class).list();
  }

  @Override
  public void adopt(String folder) {
    client.sql(ADOPT).param("folder", folder).update();
  }

  @Override
  public List<Long> listOpen(String folder) {
    return client.sql(LIST_OPEN).param("folder", folder).query(Long.class).list();
  }

  @Override
  public int countOpen(SurveyVendor vendor, String folder) {
    return client
        .sql(COUNT_OPEN)
        .param("vendor", vendor.value())
        .param("folder", folder)
        .query(Integer.class)
        .single();
  }

  @Override
  public long countBytesKept(SurveyVendor vendor, String folder) {
    return client
        .sql(COUNT_BYTES_KEPT)
        .param("vendor", vendor.value())
        .param("folder", folder)
        .query(Long.class)
        .single();
  }

  @Override
  public List<SurveyUpload> listWithFiles(String folder, Instant endedBefore, int skip, int limit) {
    return client
        .sql(LIST_WITH_FILES)
        .param("folder", folder)
        .param("endedBefore", RecordTime.of(endedBefore))
        .param("skip", skip)
        .param("limit", limit)
        .query(JdbcSurveyUploads::toSurveyUpload)
        .list();
  }

  @Override
  public void recordFilesGone(long id, Instant at) {
    int recorded =
        client.sql(RECORD_FILES_GONE).param("upload", id).param("at", RecordTime.of(at)).update();
    if (recorded != 1) {
      throw new IllegalStateException("Upload " + id + " has no files that could go");
    }
  }

  @Override
  public boolean begin(long id) {
    return client.sql(BEGIN).param("upload", id).update() == 1;
  }

  @Override
  public void end(long id, UploadState state, Instant at) {
    end(id, state, null, at);
  }

  @Override
  public void fail(long id, String failure, Instant at) {
    end(id, UploadState.FAILED, failure, at);
  }

  private void end(long id, UploadState state, @Nullable String failure, Instant at) {
    int ended =
        client
            .sql(END)
            .param("upload", id)
            .param("state", state.name())
            .param("failure", failure, Types.VARCHAR)
            .param("at", RecordTime.of(at))
            .query(Integer.class)
            .single();
    if (ended != 1) {
      throw new IllegalStateException("Upload " + id + " has ended: it cannot end again");
    }
  }

  private static SurveyUpload toSurveyUpload(ResultSet row, int rowNumber) throws SQLException {
    return new SurveyUpload(
        row.getLong("upload_id"),
        new UploadedWorkbook(
            new SurveyVendor(row.getString("vendor")),
            row.getString("file_name"),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getObject("business_date", LocalDate.class),
            row.getBoolean("dry_run")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        UploadState.valueOf(row.getString("state")),
        RecordTime.get(row, "ended_at"),
        row.getObject("repeats", Long.class),
        toFault(row),
        row.getString("failure"),
        toFigures(row),
        row.getString("folder"),
        RecordTime.get(row, "files_gone_at"));
  }

  /** Of a file that was there but not as it came the upload has failed; the fault is no news. */
  private static @Nullable Fault toFault(ResultSet row) throws SQLException {
    return row.getString("reason") == null || !"REJECTED".equals(row.getString("state"))
        ? null
        : new Fault(
            RejectReason.valueOf(row.getString("reason")),
            row.getString("detail"),
            List.of((String[]) row.getArray("columns").getArray()));
  }

  private static UploadFigures toFigures(ResultSet row) throws SQLException {
    boolean reading = "REGISTERED".equals(row.getString("file_state"));
    return new UploadFigures(
        row.getLong(reading ? "rows_staged" : "rows_read"),
        row.getLong("rows_added"),
        row.getLong("rows_superseding"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_rejected"),
        toReasons(row.getArray("reasons"), row.getArray("rejects")));
  }

  private static SortedMap<RejectReason, Long> toReasons(
      @Nullable Array reasons, @Nullable Array rejects) throws SQLException {
    SortedMap<RejectReason, Long> byReason = new TreeMap<>();
    if (reasons != null && rejects != null) {
      String[] names = (String[]) reasons.getArray();
      Long[] counts = (Long[]) rejects.getArray();
      for (int i = 0; i < names.length; i++) {
        byReason.put(RejectReason.valueOf(names[i]), counts[i]);
      }
    }
    return byReason;
  }
}
