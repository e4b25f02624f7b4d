package dev.touchstone.persistence.intake;

import static java.sql.Types.BIGINT;
import static java.sql.Types.INTEGER;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFile.State;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of nights and uploads in {@code intake_file}. */
public final class JdbcIntakeFiles implements IntakeFiles {

  private static final String LIST_OF_NIGHTS_ON =
      """
      SELECT * FROM intake_file
      WHERE business_date = :date AND run IS NOT NULL
      ORDER BY file_id
      """;

  private static final String LIST =
      """
      SELECT * FROM intake_file
      WHERE business_date = :date AND (run = :run OR upload_id = :upload)
      ORDER BY file_id
      """;

  private static final String LIST_PENDING =
      """
      SELECT * FROM intake_file
      WHERE business_date = :date AND (run = :run OR upload_id = :upload)
        AND kind = :kind AND state = 'REGISTERED'
      ORDER BY file_id
      """;

  private static final String ADD =
      """
      INSERT INTO intake_file
        (business_date, run, upload_id, kind, vendor, path, bytes, sha256, state)
      VALUES (:date, :run, :upload, :kind, :vendor, :path, :bytes, :sha256, :state)
      RETURNING file_id
      """;

  private static final String REJECT =
      """
      UPDATE intake_file SET state = :state, rows_staged = 0
      WHERE file_id = :file AND state = 'REGISTERED'
      """;

  private static final String EMPTY_STAGE = "DELETE FROM {stage} WHERE file_id = :file";

  private static final String ADD_FAULT =
      """
      INSERT INTO rejected_row (file_id, key, reason, detail, columns)
      VALUES (:file, '', :reason, :detail, :columns)
      """;

  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /** Files in the database of the data source, whose transactions the manager runs. */
  public JdbcIntakeFiles(DataSource dataSource, PlatformTransactionManager transactionManager) {
    this.client = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public List<IntakeFile> register(Delivery delivery, List<SourceFile> files) {
    return transaction.execute(status -> registerAll(delivery, files));
  }

  private List<IntakeFile> registerAll(Delivery delivery, List<SourceFile> files) {
    Map<Registration, IntakeFile> known = new HashMap<>();
    list(delivery).forEach(file -> known.put(Registration.of(file.file()), file));
    Set<Content> taken =
        delivery instanceof Delivery.Night night ? takenOn(night) : new HashSet<>();
    List<IntakeFile> registered = new ArrayList<>(files.size());
    for (SourceFile file : files) {
      IntakeFile intakeFile = known.get(Registration.of(file));
      if (intakeFile == null) {
        State state = taken.add(Content.of(file)) ? State.REGISTERED : State.REPEATED;
        intakeFile = new IntakeFile(add(delivery, file, state), delivery, file, state);
        known.put(Registration.of(file), intakeFile);
      }
      registered.add(intakeFile);
    }
    return List.copyOf(registered);
  }

  private Set<Content> takenOn(Delivery.Night night) {
    return client
        .sql(LIST_OF_NIGHTS_ON)
        .param("date", night.businessDate())
        .query((row, number) -> toIntakeFile(row, nightOf(row)))
        .stream()
        .filter(file -> isTaken(file, night))
        .map(file -> Content.of(file.file()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * A file that nobody has read has not been taken, whether an earlier run registered it or not.
   */
  private static boolean isTaken(IntakeFile file, Delivery.Night night) {
    return switch (file.state()) {
      case MERGED, REJECTED -> true;
      case REGISTERED -> file.delivery().equals(night);
      case CHECKED, UNREAD, REPEATED -> false;
    };
  }

  private long add(Delivery delivery, SourceFile file, State state) {
    SurveyVendor vendor = file.vendor();
    return of(delivery, ADD)
        .param("kind", file.kind().name())
        .param("vendor", vendor == null ? null : vendor.value())
        .param("path", file.path())
        .param("bytes", file.bytes())
        .param("sha256", file.sha256())
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  @Override
  public List<IntakeFile> list(Delivery delivery) {
    return of(delivery, LIST).query((row, number) -> toIntakeFile(row, delivery)).list();
  }

  @Override
  public List<IntakeFile> listPending(Delivery delivery, EvidenceKind kind) {
    return of(delivery, LIST_PENDING)
        .param("kind", kind.name())
        .query((row, number) -> toIntakeFile(row, delivery))
        .list();
  }

  /** A statement about a delivery: of run and upload one is null. */
  private StatementSpec of(Delivery delivery, String sql) {
    return client
        .sql(sql)
        .param("date", delivery.businessDate())
        .param("run", delivery instanceof Delivery.Night night ? night.id().run() : null, INTEGER)
        .param("upload", delivery instanceof Delivery.Upload upload ? upload.id() : null, BIGINT);
  }

  @Override
  public void reject(IntakeFile file, Fault fault) {
    transaction.executeWithoutResult(status -> rejectWhole(file, fault, State.REJECTED));
  }

  @Override
  public void rejectUnread(IntakeFile file, Fault fault) {
    transaction.executeWithoutResult(status -> rejectWhole(file, fault, State.UNREAD));
  }

  private void rejectWhole(IntakeFile file, Fault fault, State state) {
    if (client.sql(REJECT).param("file", file.id()).param("state", state.name()).update() != 1) {
      throw new IllegalStateException(
          "File " + file.file().path() + " is not pending: it cannot be rejected");
    }
    client
        .sql(EvidenceTable.of(file.file().kind()).fill(EMPTY_STAGE))
        .param("file", file.id())
        .update();
    client
        .sql(ADD_FAULT)
        .param("file", file.id())
        .param("reason", fault.reason().name())
        .param("detail", fault.detail())
        .param("columns", fault.columns().toArray(String[]::new))
        .update();
  }

  private static Delivery nightOf(ResultSet row) throws SQLException {
    return new Delivery.Night(
        new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")));
  }

  static IntakeFile toIntakeFile(ResultSet row, Delivery delivery) throws SQLException {
    String vendor = row.getString("vendor");
    return new IntakeFile(
        row.getLong("file_id"),
        delivery,
        new SourceFile(
            EvidenceKind.valueOf(row.getString("kind")),
            vendor == null ? null : new SurveyVendor(vendor),
            row.getString("path"),
            row.getLong("bytes"),
            row.getString("sha256")),
        State.valueOf(row.getString("state")));
  }

  /** What makes a file of a delivery the same when that is resumed. */
  private record Registration(String path, String sha256) {
    static Registration of(SourceFile file) {
      return new Registration(file.path(), file.sha256());
    }
  }

  /** What a night takes once (formats.md, Inbox). */
  private record Content(EvidenceKind kind, @Nullable SurveyVendor vendor, String sha256) {
    static Content of(SourceFile file) {
      return new Content(file.kind(), file.vendor(), file.sha256());
    }
  }
}
