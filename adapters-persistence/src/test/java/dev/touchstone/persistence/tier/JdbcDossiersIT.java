package dev.touchstone.persistence.tier;

import static dev.touchstone.application.intake.EvidenceKind.CERTIFICATIONS;
import static dev.touchstone.application.intake.EvidenceKind.ENROLLMENTS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.application.intake.EvidenceKind.SURVEYS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.competency;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static dev.touchstone.persistence.intake.IntakeFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.partner.StatusChange;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.domain.time.Validity;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcDossiersIT {

  private DataSource dataSource;
  private IntakeFixture intake;
  private JdbcDossiers dossiers;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    dossiers = new JdbcDossiers(dataSource);
  }

  /** Callers that hold locks and wait for a second connection could wait for each other. */
  @Test
  void takesNoSecondConnectionWithinATransaction() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    intake.take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", null)));
    HikariDataSource pool = (HikariDataSource) dataSource;
    try (HikariDataSource one = new HikariDataSource()) {
      one.setJdbcUrl(pool.getJdbcUrl());
      one.setUsername(pool.getUsername());
      one.setPassword(pool.getPassword());
      one.setMaximumPoolSize(1);
      one.setConnectionTimeout(1_000);
      JdbcDossiers within = new JdbcDossiers(one);

      PartnerEvidence found =
          new TransactionTemplate(new JdbcTransactionManager(one))
              .execute(status -> within.find(new PartnerId("P-1"), intake.now()).orElseThrow());

      assertThat(found).isEqualTo(find("P-1", intake.now()));
    }
  }

  @Test
  void bringsAllEvidenceOnAPartnerTogether() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-2")), at(3, partner("P-1")));
    intake.take(
        night,
        ENROLLMENTS,
        at(2, competency("P-1", "CRM", "2010-01-01", "2010-12-31")),
        at(3, competency("P-2", "SCM", "2010-01-01", null)));
    intake.take(
        night,
        CERTIFICATIONS,
        at(2, certificate("C-2", "E-1", "P-1")),
        at(3, certificate("C-1", "E-1", "P-1")),
        at(4, certificate("C-3", "E-2", "P-2")));
    intake.take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", "2010-05-05")));
    intake.take(night, SURVEYS, at(2, response("7", "P-1", 9)));

    PartnerEvidence evidence = find("P-1", intake.now());

    assertThat(evidence)
        .isEqualTo(
            new PartnerEvidence(
                partner("P-1").partner(),
                List.of(new StatusChange(LocalDate.MIN, PartnerStatus.ACTIVE)),
                List.of(
                    new Enrollment(
                        new SpecializationCode("CRM"),
                        EnrollmentKind.COMPETENCY,
                        new Validity(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31)))),
                List.of(
                    new PersonAtPartner(
                        new PersonId("E-1"),
                        List.of(Validity.since(LocalDate.MIN)),
                        List.of(certification("C-1"), certification("C-2")))),
                List.of(
                    new Reference(
                        new ReferenceId("R-1"),
                        new SpecializationCode("CRM"),
                        new CustomerName("Società Anonima"),
                        LocalDate.of(2010, 5, 5),
                        null)),
                List.of(
                    new SurveyResponse(
                        new SurveyVendor("acme-surveys"),
                        new ResponseId("7"),
                        LocalDate.of(2010, 9, 9),
                        new CustomerName("Rossi & C."),
                        9))));
  }

  @Test
  void findsNobodyBehindAnIdThatIsNotKnown() {
    NightId night = intake.night("2010-10-30");
    Instant before = intake.now();
    intake.take(night, PARTNERS, at(2, partner("P-1")));

    assertThat(dossiers.find(new PartnerId("P-1"), before)).isEmpty();
    assertThat(dossiers.find(new PartnerId("P-"), intake.now())).isEmpty();
    assertThat(dossiers.find(new PartnerId("P-1"), intake.now())).isPresent();
  }

  @Test
  void tellsWhatWasKnownAtEachMoment() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    Instant first = intake.now();
    intake.take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null)));
    Instant requested = intake.now();
    intake.take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", "2010-05-05")));
    Instant signed = intake.now();
    intake.take(night, PARTNERS, at(2, partner("P-1", "Other", PartnerStatus.LEFT)));
    Instant left = intake.now();

    assertThat(find("P-1", first).references()).isEmpty();
    assertThat(find("P-1", requested).references())
        .extracting(Reference::signedOn)
        .containsExactly((LocalDate) null);
    assertThat(find("P-1", signed.minusNanos(1000)).references())
        .extracting(Reference::signedOn)
        .containsExactly((LocalDate) null);
    assertThat(find("P-1", signed).references())
        .extracting(Reference::signedOn)
        .containsExactly(LocalDate.of(2010, 5, 5));
    assertThat(find("P-1", signed).partner().name()).isEqualTo("Name of P-1");
    assertThat(find("P-1", signed).statusOn(night.businessDate())).isEqualTo(PartnerStatus.ACTIVE);
    assertThat(find("P-1", left).partner().name()).isEqualTo("Other");
    assertThat(find("P-1", left).statusOn(night.businessDate())).isEqualTo(PartnerStatus.LEFT);
  }

  @Test
  void showsAReferenceOnlyAtThePartnerItIsAboutNow() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    intake.take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null)));
    Instant before = intake.now();
    intake.take(night, REFERENCES, at(2, reference("R-1", "P-2", "CRM", null)));

    assertThat(find("P-1", before).references()).hasSize(1);
    assertThat(find("P-1", intake.now()).references()).isEmpty();
    assertThat(find("P-2", intake.now()).references()).hasSize(1);
  }

  @Test
  void showsAPersonWithAllCertificatesAtEveryPartnerWorkedFor() {
    NightId first = intake.night("2010-10-30");
    intake.take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    intake.take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    Instant before = intake.now();
    intake.take(
        intake.night("2010-11-02"), CERTIFICATIONS, at(2, certificate("C-2", "E-1", "P-2")));
    intake.take(
        intake.night("2010-11-20"), CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    Instant after = intake.now();

    LocalDate move = LocalDate.of(2010, 11, 2);
    LocalDate back = LocalDate.of(2010, 11, 20);
    List<Certification> both = List.of(certification("C-1"), certification("C-2"));
    assertThat(find("P-1", before).people())
        .containsExactly(
            new PersonAtPartner(
                new PersonId("E-1"),
                List.of(Validity.since(LocalDate.MIN)),
                List.of(certification("C-1"))));
    assertThat(find("P-2", before).people()).isEmpty();
    assertThat(find("P-1", after).people())
        .containsExactly(
            new PersonAtPartner(
                new PersonId("E-1"),
                List.of(new Validity(LocalDate.MIN, move), Validity.since(back)),
                both));
    assertThat(find("P-2", after).people())
        .containsExactly(
            new PersonAtPartner(new PersonId("E-1"), List.of(new Validity(move, back)), both));
  }

  @Test
  void forgetsAMoveThatItsOwnNightTookBack() {
    NightId first = intake.night("2010-10-30");
    intake.take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    intake.take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    NightId second = intake.night("2010-11-02");
    intake.take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));
    Instant moved = intake.now();
    intake.take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));

    assertThat(find("P-2", moved).people()).hasSize(1);
    assertThat(find("P-2", intake.now()).people()).isEmpty();
    assertThat(find("P-1", intake.now()).people().get(0).employments())
        .containsExactly(Validity.since(LocalDate.MIN));
  }

  @Test
  void streamsARangeInByteOrderAndResumesAfterAPartner() {
    NightId night = intake.night("2010-10-30");
    intake.take(
        night,
        PARTNERS,
        at(2, partner("a")),
        at(3, partner("B")),
        at(4, partner("é")),
        at(5, partner("B ")),
        at(6, partner("\uD83D\uDE00")),
        at(7, partner("\uFFFD")));
    PartnerRange all = new PartnerRange(new PartnerId("A"), null);

    assertThat(ids(all, null)).containsExactly("B", "B ", "a", "é", "\uFFFD", "\uD83D\uDE00");
    assertThat(ids(all, new PartnerId("B")))
        .containsExactly("B ", "a", "é", "\uFFFD", "\uD83D\uDE00");
    assertThat(ids(all, new PartnerId("0"))).hasSize(6);
    assertThat(ids(new PartnerRange(new PartnerId("B "), new PartnerId("é")), null))
        .containsExactly("B ", "a");
    assertThat(ids(new PartnerRange(new PartnerId("B "), new PartnerId("é")), new PartnerId("a")))
        .isEmpty();
  }

  @Test
  void dividesThePartnersKnownIntoRangesOfAboutEqualSize() {
    NightId night = intake.night("2010-10-30");
    Instant before = intake.now();
    ParsedRow[] rows = new ParsedRow[10];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = at(i + 2, partner("P-" + i));
    }
    intake.take(night, PARTNERS, rows);
    intake.take(night, PARTNERS, at(2, partner("P-3", "Other", PartnerStatus.LEFT)));

    List<PartnerRange> ranges = dossiers.partition(3, intake.now());

    assertThat(ranges)
        .containsExactly(
            new PartnerRange(new PartnerId("P-0"), new PartnerId("P-4")),
            new PartnerRange(new PartnerId("P-4"), new PartnerId("P-7")),
            new PartnerRange(new PartnerId("P-7"), null));
    assertThat(ranges.stream().flatMap(range -> ids(range, null).stream()))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(dossiers.partition(20, intake.now())).hasSize(10);
    assertThat(dossiers.partition(3, before)).isEmpty();
  }

  @Test
  void keepsSeeingWhatItSawWhenItWasOpened() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    Instant later = intake.now().plusSeconds(60);
    try (DossierCursor cursor =
        dossiers.open(new PartnerRange(new PartnerId("P-1"), null), null, later)) {
      assertThat(cursor.next()).isNotNull();
      intake.take(night, REFERENCES, at(2, reference("R-1", "P-2", "CRM", null)));

      PartnerEvidence second = cursor.next();

      assertThat(second).isNotNull();
      assertThat(second.references()).isEmpty();
      assertThat(cursor.next()).isNull();
    }
    assertThat(find("P-2", later).references()).hasSize(1);
  }

  @Test
  void givesItsConnectionBack() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    for (int i = 0; i < 20; i++) {
      find("P-1", intake.now());
    }

    assertThat(((HikariDataSource) dataSource).getHikariPoolMXBean().getActiveConnections())
        .isZero();
  }

  @Test
  void joinsManyPartnersWithTheirOwnEvidence() {
    NightId night = intake.night("2010-10-30");
    int partners = 2_000;
    ParsedRow[] partnerRows = new ParsedRow[partners];
    ParsedRow[] referenceRows = new ParsedRow[partners];
    ParsedRow[] certificateRows = new ParsedRow[partners];
    for (int i = 0; i < partners; i++) {
      partnerRows[i] = at(i + 2, partner("P-" + i));
      referenceRows[i] = at(i + 2, reference("R-" + i, "P-" + i, "S-" + i, null));
      certificateRows[i] = at(i + 2, certificate("C-" + i, "E-" + i, "P-" + (i - i % 2)));
    }
    intake.take(night, PARTNERS, partnerRows);
    intake.take(night, REFERENCES, referenceRows);
    intake.take(night, CERTIFICATIONS, certificateRows);

    int seen = 0;
    try (DossierCursor cursor =
        dossiers.open(new PartnerRange(new PartnerId("P"), null), null, intake.now())) {
      for (PartnerEvidence e = cursor.next(); e != null; e = cursor.next()) {
        int number = Integer.parseInt(e.partner().id().value().substring(2));
        assertThat(e.references())
            .extracting(Reference::id)
            .containsExactly(new ReferenceId("R-" + number));
        assertThat(e.people()).hasSize(number % 2 == 0 ? 2 : 0);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(partners);
  }

  private PartnerEvidence find(String partner, Instant knownAt) {
    return dossiers.find(new PartnerId(partner), knownAt).orElseThrow();
  }

  private List<String> ids(PartnerRange range, @Nullable PartnerId after) {
    List<String> ids = new ArrayList<>();
    try (DossierCursor cursor = dossiers.open(range, after, intake.now())) {
      for (PartnerEvidence e = cursor.next(); e != null; e = cursor.next()) {
        ids.add(e.partner().id().value());
      }
    }
    return ids;
  }

  private static Certification certification(String id) {
    return new Certification(
        new CertificateId(id),
        new CertificationCode("CRM-101"),
        LocalDate.of(2010, 2, 1),
        LocalDate.of(2012, 2, 1),
        null);
  }
}
