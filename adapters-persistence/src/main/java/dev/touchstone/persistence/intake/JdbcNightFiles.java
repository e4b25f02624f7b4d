package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.InboxFile;
import dev.touchstone.application.intake.NightFile;
import dev.touchstone.application.intake.NightFile.State;
import dev.touchstone.application.intake.port.out.NightFiles;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of the nights in {@code night_file}. */
public final class JdbcNightFiles implements NightFiles {

  private static final String LIST_ON_DATE =
      "SELECT * FROM night_file WHERE business_date = :date ORDER BY file_id";

  private static final String LIST =
      "SELECT * FROM night_file WHERE business_date = :date AND run = :run ORDER BY file_id";

  private static final String LIST_PENDING =
      """
      SELECT * FROM night_file
      WHERE business_date = :date AND run = :run AND kind = :kind AND state = 'REGISTERED'
      ORDER BY file_id
      """;

  private static final String ADD =
      """
      INSERT INTO night_file (business_date, run, kind, vendor, path, bytes, sha256, state)
      VALUES (:date, :run, :kind, :vendor, :path, :bytes, :sha256, :state)
      RETURNING file_id
      """;

  private static final String REJECT =
      """
      UPDATE night_file SET state = :state, rows_staged = 0
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
  public JdbcNightFiles(DataSource dataSource, PlatformTransactionManager transactionManager) {
    this.client = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public List<NightFile> register(NightId night, List<InboxFile> files) {
    return transaction.execute(status -> registerAll(night, files));
  }

  private List<NightFile> registerAll(NightId night, List<InboxFile> files) {
    Map<Registration, NightFile> known = new HashMap<>();
    Set<Content> taken = new HashSet<>();
    for (NightFile file : listOn(night.businessDate())) {
      if (file.night().equals(night)) {
        known.put(Registration.of(file.file()), file);
      }
      if (isTaken(file, night)) {
        taken.add(Content.of(file.file()));
      }
    }
    List<NightFile> registered = new ArrayList<>(files.size());
    for (InboxFile file : files) {
      NightFile nightFile = known.get(Registration.of(file));
      if (nightFile == null) {
        State state = taken.add(Content.of(file)) ? State.REGISTERED : State.REPEATED;
        nightFile = new NightFile(add(night, file, state), night, file, state);
        known.put(Registration.of(file), nightFile);
      }
      registered.add(nightFile);
    }
    return List.copyOf(registered);
  }

  /**
   * A file that nobody has read has not been taken, whether an earlier run registered it or not.
   */
  private static boolean isTaken(NightFile file, NightId night) {
    return switch (file.state()) {
      case MERGED, REJECTED -> true;
      case REGISTERED -> file.night().equals(night);
      case UNREAD, REPEATED -> false;
    };
  }

  private long add(NightId night, InboxFile file, State state) {
    SurveyVendor vendor = file.vendor();
    return client
        .sql(ADD)
        .param("date", night.businessDate())
        .param("run", night.run())
        .param("kind", file.kind().name())
        .param("vendor", vendor == null ? null : vendor.value())
        .param("path", file.path())
        .param("bytes", file.bytes())
        .param("sha256", file.sha256())
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  private List<NightFile> listOn(LocalDate businessDate) {
    return client
        .sql(LIST_ON_DATE)
        .param("date", businessDate)
        .query(JdbcNightFiles::toNightFile)
        .list();
  }

  @Override
  public List<NightFile> list(NightId night) {
    return client
        .sql(LIST)
        .param("date", night.businessDate())
        .param("run", night.run())
        .query(JdbcNightFiles::toNightFile)
        .list();
  }

  @Override
  public List<NightFile> listPending(NightId night, EvidenceKind kind) {
    return client
        .sql(LIST_PENDING)
        .param("date", night.businessDate())
        .param("run", night.run())
        .param("kind", kind.name())
        .query(JdbcNightFiles::toNightFile)
        .list();
  }

  @Override
  public void reject(NightFile file, Fault fault) {
    transaction.executeWithoutResult(status -> rejectWhole(file, fault, State.REJECTED));
  }

  @Override
  public void rejectUnread(NightFile file, Fault fault) {
    transaction.executeWithoutResult(status -> rejectWhole(file, fault, State.UNREAD));
  }

  private void rejectWhole(NightFile file, Fault fault, State state) {
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

  static NightFile toNightFile(ResultSet row, int rowNumber) throws SQLException {
    String vendor = row.getString("vendor");
    return new NightFile(
        row.getLong("file_id"),
        new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")),
        new InboxFile(
            EvidenceKind.valueOf(row.getString("kind")),
            vendor == null ? null : new SurveyVendor(vendor),
            row.getString("path"),
            row.getLong("bytes"),
            row.getString("sha256")),
        State.valueOf(row.getString("state")));
  }

  /** What makes a file of a run the same when the run is resumed. */
  private record Registration(String path, String sha256) {
    static Registration of(InboxFile file) {
      return new Registration(file.path(), file.sha256());
    }
  }

  /** What a night takes once (formats.md, Inbox). */
  private record Content(EvidenceKind kind, @Nullable SurveyVendor vendor, String sha256) {
    static Content of(InboxFile file) {
      return new Content(file.kind(), file.vendor(), file.sha256());
    }
  }
}
