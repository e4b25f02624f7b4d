package dev.touchstone.persistence.intake;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.partner.JdbcPartners;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What files may do to partners that a person has changed. */
class ChangesByHandIT {

  private static final MergeCounts ADDED = new MergeCounts(1, 1, 0, 0, 0);
  private static final MergeCounts SUPERSEDING = new MergeCounts(1, 0, 1, 0, 0);
  private static final MergeCounts UNCHANGED = new MergeCounts(1, 0, 0, 1, 0);

  private JdbcClient client;
  private JdbcPartners partners;
  private TransactionTemplate transaction;
  private IntakeFixture intake;
  private int day = 1;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    partners = new JdbcPartners(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    intake = new IntakeFixture(dataSource);
  }

  @Test
  void leavesAProfileUntilTheFilesSaySomethingNew() {
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(ADDED);
    rename("Bianchi");
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Bianchi ACTIVE");
    assertThat(export("Verdi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Verdi ACTIVE");
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Rossi ACTIVE");
  }

  @Test
  void leavesWhatAPersonChangedWhereOnlyAnotherColumnIsNew() {
    export("Rossi", PartnerStatus.ACTIVE);
    changeProfile("Rossi", "Terni", "https://rossi.example", "info@rossi.example");
    assertThat(export("Bianchi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(profile()).isEqualTo("Bianchi, Terni, https://rossi.example, info@rossi.example");
    assertThat(export("Bianchi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(profile()).isEqualTo("Bianchi, Terni, https://rossi.example, info@rossi.example");
  }

  @Test
  void leavesRemovedWhatAPersonRemoved() {
    export("Rossi", PartnerStatus.ACTIVE);
    changeProfile("Rossi", null, null, null);
    export("Bianchi", PartnerStatus.ACTIVE);
    assertThat(profile()).isEqualTo("Bianchi, -, -, -");
  }

  @Test
  void knowsTheFilesWordAlsoWhereItChangedNothing() {
    export("Rossi", PartnerStatus.ACTIVE);
    rename("Bianchi");
    assertThat(export("Bianchi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    rename("Verdi");
    assertThat(export("Bianchi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Verdi ACTIVE");
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Rossi ACTIVE");
  }

  @Test
  void liftsNoSuspensionThatAPersonHasMade() {
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED);
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(export("Verdi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(export("Verdi", PartnerStatus.LEFT)).isEqualTo(UNCHANGED);
    assertThat(export("Verdi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Verdi SUSPENDED");
    setStatus(PartnerStatus.ACTIVE);
    assertThat(export("Verdi", PartnerStatus.SUSPENDED)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Verdi SUSPENDED");
    assertThat(export("Verdi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Verdi ACTIVE");
  }

  @Test
  void hearsWhatFilesGoOnSayingAfterASuspensionIsLifted() {
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED);
    export("Rossi", PartnerStatus.LEFT);
    export("Rossi", PartnerStatus.LEFT);
    setStatus(PartnerStatus.ACTIVE);
    assertThat(export("Rossi", PartnerStatus.LEFT)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Rossi LEFT");
  }

  @Test
  void liftsASuspensionThatFilesHaveTakenOver() {
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED);
    export("Rossi", PartnerStatus.SUSPENDED);
    setStatus(PartnerStatus.ACTIVE);
    assertThat(export("Rossi", PartnerStatus.SUSPENDED)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Rossi ACTIVE");
  }

  @Test
  void keepsTheStatusThatFilesNeverContradicted() {
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED);
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.LEFT);
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Rossi LEFT");
  }

  @Test
  void liftsNoSuspensionThatAPersonMadeOnTheDayOfAFile() {
    export("Rossi", PartnerStatus.SUSPENDED);
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED, LocalDate.of(2010, 11, day - 1));
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(UNCHANGED);
    assertThat(export("Rossi", PartnerStatus.LEFT)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Rossi SUSPENDED");
  }

  @Test
  void keepsThePastOfAPartnerSuspendedOnItsFirstDay() {
    export("Rossi", PartnerStatus.ACTIVE);
    setStatus(PartnerStatus.SUSPENDED, LocalDate.of(2010, 11, 1));
    intake.take(
        intake.run("2010-11-01", 2),
        PARTNERS,
        at(2, partner("P-1", "Rossi", PartnerStatus.ACTIVE)));
    assertThat(
            client
                .sql(
                    """
                    SELECT status || ' ' || valid_from FROM partner_status
                    WHERE superseded_at IS NULL ORDER BY valid_from
                    """)
                .query(String.class)
                .list())
        .containsExactly("ACTIVE -infinity", "SUSPENDED 2010-11-01");
  }

  @Test
  void leavesAStatusThatAPersonHasSetUntilTheFilesSayAnother() {
    export("Rossi", PartnerStatus.SUSPENDED);
    setStatus(PartnerStatus.ACTIVE);
    assertThat(export("Verdi", PartnerStatus.SUSPENDED)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Verdi ACTIVE");
    assertThat(export("Verdi", PartnerStatus.LEFT)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Verdi LEFT");
  }

  @Test
  void leavesALiftingOnTheDayOfTheFilesSuspension() {
    export("Rossi", PartnerStatus.ACTIVE);
    export("Rossi", PartnerStatus.SUSPENDED);
    setStatus(PartnerStatus.ACTIVE, LocalDate.of(2010, 11, day - 1));
    assertThat(export("Rossi", PartnerStatus.SUSPENDED)).isEqualTo(UNCHANGED);
    assertThat(known()).isEqualTo("Rossi ACTIVE");
  }

  @Test
  void heedsTheFilesFirstWordOnAPartnerThatAPersonRegistered() {
    Recording recording = new Recording(addEntry(), LocalDate.of(2010, 11, day++), intake.tick());
    transaction.executeWithoutResult(
        tx -> partners.add(partner("P-1", "Bianchi", PartnerStatus.ACTIVE).partner(), recording));
    assertThat(export("Rossi", PartnerStatus.ACTIVE)).isEqualTo(SUPERSEDING);
    assertThat(known()).isEqualTo("Rossi ACTIVE");
  }

  /** The next night takes an export. */
  private MergeCounts export(String name, PartnerStatus status) {
    NightId night = intake.night(LocalDate.of(2010, 11, day++).toString());
    return intake.take(night, PARTNERS, at(2, partner("P-1", name, status)));
  }

  private void rename(String name) {
    Recording recording = new Recording(addEntry(), LocalDate.of(2010, 11, day++), intake.tick());
    transaction.executeWithoutResult(
        tx -> partners.change(partner("P-1", name, PartnerStatus.ACTIVE).partner(), recording));
  }

  private void changeProfile(
      String name, @Nullable String city, @Nullable String website, @Nullable String email) {
    Partner before = partner("P-1", name, PartnerStatus.ACTIVE).partner();
    Partner after =
        new Partner(
            before.id(),
            name,
            before.vatNumber(),
            city,
            before.province(),
            before.country(),
            website,
            email,
            before.registeredOn(),
            before.legacyLevel());
    Recording recording = new Recording(addEntry(), LocalDate.of(2010, 11, day++), intake.tick());
    transaction.executeWithoutResult(tx -> partners.change(after, recording));
  }

  private String profile() {
    return client
        .sql(
            """
            SELECT concat_ws(', ', name, coalesce(city, '-'), coalesce(website, '-'),
              coalesce(contact_email, '-'))
            FROM partner WHERE superseded_at IS NULL
            """)
        .query(String.class)
        .single();
  }

  /** On a day between two nights. */
  private void setStatus(PartnerStatus status) {
    setStatus(status, LocalDate.of(2010, 11, day++));
  }

  private void setStatus(PartnerStatus status, LocalDate on) {
    Recording recording = new Recording(addEntry(), on, intake.tick());
    transaction.executeWithoutResult(
        tx -> partners.changeStatus(new PartnerId("P-1"), status, recording));
  }

  private long addEntry() {
    return client
        .sql(
            """
            INSERT INTO audit_entry (at, actor, role, address, action, subject, detail)
            VALUES (now(), 'pia', 'PROGRAM', '192.0.2.1', 'CHANGE', 'partner/P-1', '')
            RETURNING audit_id
            """)
        .query(Long.class)
        .single();
  }

  private String known() {
    return client
        .sql(
            """
            SELECT p.name || ' ' || (
              SELECT s.status FROM partner_status s
              WHERE s.partner_id = p.partner_id AND s.superseded_at IS NULL
              ORDER BY s.valid_from DESC
              LIMIT 1
            )
            FROM partner p WHERE p.superseded_at IS NULL
            """)
        .query(String.class)
        .single();
  }
}
