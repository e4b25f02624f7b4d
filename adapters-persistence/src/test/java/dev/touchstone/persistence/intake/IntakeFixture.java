package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.EvidenceRow.CertificationRow;
import dev.touchstone.application.intake.EvidenceRow.EnrollmentRow;
import dev.touchstone.application.intake.EvidenceRow.PartnerRow;
import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.EvidenceRow.SurveyRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.application.night.Night;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nights that take files, through the real adapters. Each merge has a record time of its own, one
 * second after the one before.
 */
public final class IntakeFixture {

  private static final LocalDate REGISTERED_ON = LocalDate.of(2010, 1, 15);

  private final JdbcNights nights;
  private final JdbcIntakeFiles files;
  private final CopyEvidenceStage stage;
  private final JdbcEvidenceStore store;
  private final JdbcRejects rejects;
  private final TransactionTemplate transaction;

  private Instant clock = Instant.parse("2010-10-30T20:00:00.000001Z");
  private int filesMade;

  public IntakeFixture(DataSource dataSource) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    this.nights = new JdbcNights(dataSource);
    this.files = new JdbcIntakeFiles(dataSource, transactions);
    this.stage = new CopyEvidenceStage(dataSource);
    this.store = new JdbcEvidenceStore(dataSource);
    this.rejects = new JdbcRejects(dataSource);
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Opens the night of a date. */
  public NightId night(String businessDate) {
    return run(businessDate, 1);
  }

  /** Opens a run of a date. */
  public NightId run(String businessDate, int run) {
    NightId id = new NightId(LocalDate.parse(businessDate), run);
    nights.open(new Night(id, new PolicyVersion("partner-network", 1), null, null, null), clock);
    return id;
  }

  /** The record time of the latest merge. */
  public Instant now() {
    return clock;
  }

  /** The record time of a change beside the files, a second after the one before. */
  public Instant tick() {
    clock = clock.plusSeconds(1);
    return clock;
  }

  /** Takes a file that holds the rows, in one chunk, and merges it. */
  public MergeCounts take(NightId night, EvidenceKind kind, ParsedRow... rows) {
    return merge(stage(night, kind, rows));
  }

  /** Takes a workbook of a vendor. */
  public MergeCounts takeSurvey(NightId night, String vendor, ParsedRow... rows) {
    IntakeFile file = register(night, EvidenceKind.SURVEYS, new SurveyVendor(vendor));
    add(file, rows);
    return merge(file);
  }

  /** Registers a file of its own content and stages the rows. */
  public IntakeFile stage(NightId night, EvidenceKind kind, ParsedRow... rows) {
    IntakeFile file =
        register(
            night, kind, kind == EvidenceKind.SURVEYS ? new SurveyVendor("acme-surveys") : null);
    add(file, rows);
    return file;
  }

  private IntakeFile register(NightId night, EvidenceKind kind, @Nullable SurveyVendor vendor) {
    filesMade++;
    String sha256 = String.format("%064d", filesMade);
    String path = kind.folder() + "/" + filesMade + ".csv";
    return files
        .register(
            new Delivery.Night(night), List.of(new SourceFile(kind, vendor, path, 100, sha256)))
        .get(0);
  }

  /** Stages more rows of a file. */
  public void add(IntakeFile file, ParsedRow... rows) {
    transaction.executeWithoutResult(status -> stage.add(file, List.of(rows)));
  }

  /** Merges what is staged of a file. */
  public MergeCounts merge(IntakeFile file) {
    clock = clock.plusSeconds(1);
    return transaction.execute(status -> store.merge(file, clock));
  }

  /** All rejected rows of a date, as {@code line reason}. */
  public List<String> rejectsOn(NightId night) {
    return listRejects(night).stream()
        .map(row -> (row.place() == null ? "-" : row.place().line()) + " " + row.fault().reason())
        .toList();
  }

  /** All rejected rows of a date. */
  public List<RejectedRow> listRejects(NightId night) {
    List<RejectedRow> rows = new ArrayList<>();
    rejects.forEachOn(night.businessDate(), rows::add);
    return rows;
  }

  /** A row without fault. */
  public static ParsedRow at(long line, EvidenceRow row) {
    return new ParsedRow(RowPlace.line(line), keyOf(row), row, null);
  }

  /** A row whose values are right and that has a fault all the same. */
  public static ParsedRow faulty(long line, EvidenceRow row, RejectReason reason) {
    Fault fault = new Fault(reason, "a fault of the row", List.of("from", "to"));
    return new ParsedRow(RowPlace.line(line), keyOf(row), row, fault);
  }

  /** A row with a value that cannot be read. */
  public static ParsedRow unreadable(long line, RejectReason reason) {
    Fault fault = Fault.in("name", reason, "name: something is wrong with it");
    return new ParsedRow(RowPlace.line(line), "a key", null, fault);
  }

  private static String keyOf(EvidenceRow row) {
    if (row instanceof PartnerRow r) {
      return r.partner().id().value();
    } else if (row instanceof EnrollmentRow r) {
      return r.partner() + "|" + r.specialization() + "|" + r.kind() + "|" + r.from();
    } else if (row instanceof CertificationRow r) {
      return r.certificate().value();
    } else if (row instanceof ReferenceRow r) {
      return r.reference().value();
    }
    return ((SurveyRow) row).response().value();
  }

  public static PartnerRow partner(String id) {
    return partner(id, "Name of " + id, PartnerStatus.ACTIVE);
  }

  public static PartnerRow partner(String id, String name, PartnerStatus status) {
    return new PartnerRow(
        new Partner(
            new PartnerId(id),
            name,
            null,
            "Città di Castello",
            "PG",
            "IT",
            "https://example.it",
            null,
            REGISTERED_ON,
            LegacyLevel.CERTIFIED),
        status);
  }

  public static EnrollmentRow competency(
      String partner, String specialization, String from, @Nullable String to) {
    return new EnrollmentRow(
        new PartnerId(partner),
        new SpecializationCode(specialization),
        EnrollmentKind.COMPETENCY,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  public static CertificationRow certificate(String id, String person, String partner) {
    return certificate(id, person, partner, "CRM-101");
  }

  public static CertificationRow certificate(
      String id, String person, String partner, String code) {
    return new CertificationRow(
        new CertificateId(id),
        new PersonId(person),
        "Name of " + person,
        null,
        new PartnerId(partner),
        new CertificationCode(code),
        LocalDate.of(2010, 2, 1),
        LocalDate.of(2012, 2, 1),
        null);
  }

  public static ReferenceRow reference(
      String id, String partner, String specialization, @Nullable String signedOn) {
    return new ReferenceRow(
        new ReferenceId(id),
        new PartnerId(partner),
        new SpecializationCode(specialization),
        new CustomerName("Società Anonima"),
        null,
        "Anna",
        null,
        LocalDate.of(2010, 3, 1),
        signedOn == null ? null : LocalDate.parse(signedOn),
        null,
        null);
  }

  public static SurveyRow response(String id, String partner, int satisfaction) {
    return new SurveyRow(
        new ResponseId(id),
        new PartnerId(partner),
        LocalDate.of(2010, 9, 9),
        new CustomerName("Rossi & C."),
        satisfaction,
        null,
        null,
        "così così");
  }
}
