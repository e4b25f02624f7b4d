package dev.touchstone.persistence.certification;

import static dev.touchstone.application.intake.EvidenceKind.CERTIFICATIONS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.audit.ChangesFixture.PARTNER;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.certification.EmployedPerson;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase.ReportDepartureCommand;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase.ReportDepartureResult;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase.TakeBackDepartureCommand;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase.TakeBackDepartureResult;
import dev.touchstone.application.certification.service.ReportDepartureService;
import dev.touchstone.application.certification.service.TakeBackDepartureService;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.domain.time.Validity;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.ChangesFixture;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.integrity.JdbcIntegrityEvidence;
import dev.touchstone.persistence.night.JdbcNights;
import dev.touchstone.persistence.partner.JdbcPartners;
import dev.touchstone.persistence.tier.JdbcDossiers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who leave partners, between the files of nights. */
class DepartureIT {

  private static final PersonId E_1 = new PersonId("E-1");

  private DataSource dataSource;
  private IntakeFixture intake;
  private ChangesFixture changes;
  private JdbcPeople people;

  @BeforeEach
  void takePeopleIn() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    changes = new ChangesFixture(dataSource, intake::tick);
    people = new JdbcPeople(dataSource);
    NightId night = intake.night("2010-10-30");
    intake.take(
        night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")), at(4, partner("P-3")));
    intake.take(
        night,
        CERTIFICATIONS,
        at(2, certificate("C-1", "E-1", "P-1")),
        at(3, certificate("C-2", "E-1", "P-1", "SCM-200")),
        at(4, certificate("C-3", "E-2", "P-1")));
    changes.goTo("2010-11-15");
  }

  @Test
  void leavesFromTodayOn() {
    Employment departure = reported(report("P-1", "E-1", null));

    assertThat(departure.hasLeft()).isTrue();
    assertThat(departure.from()).isEqualTo(LocalDate.of(2010, 11, 15));
    assertThat(employed("P-1", "2010-11-14")).containsExactly("E-1", "E-2");
    assertThat(employed("P-1", "2010-11-15")).containsExactly("E-2");
    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-1 2010-11-15 left", "E-2 P-1 -infinity");
    assertThat(changes.entries())
        .containsExactly("paolo | REPORT_DEPARTURE | person/E-1 | left partner P-1 on 2010-11-15");
  }

  @Test
  void endsTheEmploymentInTheDossierFromTheMomentItIsKnown() {
    Instant before = intake.now();
    report("P-1", "E-1", null);

    assertThat(inDossier("P-1", before)).containsExactly("E-1 [MIN, null)", "E-2 [MIN, null)");
    assertThat(inDossier("P-1", intake.now()))
        .containsExactly("E-1 [MIN, 2010-11-15)", "E-2 [MIN, null)");
  }

  @Test
  void standsWhileFilesGoOnToNameThePartner() {
    report("P-1", "E-1", null);
    MergeCounts sameDay = take("2010-11-15", "C-1", "P-1");
    MergeCounts later = take("2010-11-16", "C-1", "P-1");

    assertThat(sameDay).isEqualTo(new MergeCounts(1, 0, 0, 1, 0));
    assertThat(later).isEqualTo(new MergeCounts(1, 0, 0, 1, 0));
    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-1 2010-11-15 left", "E-2 P-1 -infinity");
  }

  @Test
  void endsWhenAFileNamesAnotherPartner() {
    report("P-1", "E-1", null);
    NightId night = intake.night("2010-11-20");
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));
    new JdbcNights(dataSource).fixEvidence(night, intake.now());

    assertThat(employments())
        .containsExactly(
            "E-1 P-1 -infinity",
            "E-1 P-1 2010-11-15 left",
            "E-1 P-2 2010-11-20",
            "E-2 P-1 -infinity");
    assertThat(inDossier("P-1", intake.now()))
        .containsExactly("E-1 [MIN, 2010-11-15)", "E-2 [MIN, null)");
    assertThat(inDossier("P-2", intake.now())).containsExactly("E-1 [2010-11-20, null)");
    assertThat(new JdbcIntegrityEvidence(dataSource).listPersonsClaimedForManyPartners(night))
        .as("whoever has left is free to go")
        .isEmpty();
  }

  @Test
  void endsOnItsVeryDayWhenAFileNamesAnotherPartner() {
    report("P-1", "E-1", null);
    take("2010-11-15", "C-1", "P-2");

    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-2 2010-11-15", "E-2 P-1 -infinity");
  }

  @Test
  void endsWhenTheFileOfAnEarlierDayNamesAnotherPartner() {
    report("P-1", "E-1", null);
    take("2010-11-14", "C-1", "P-2");

    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-2 2010-11-14", "E-2 P-1 -infinity");
  }

  @Test
  void isOverOnceTwoFilesOfANightHaveNamedAnotherPartnerAndTheFirstAgain() {
    report("P-1", "E-1", null);
    NightId night = intake.night("2010-11-20");
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));

    assertThat(employments())
        .containsExactly(
            "E-1 P-1 -infinity",
            "E-1 P-1 2010-11-15 left",
            "E-1 P-1 2010-11-20",
            "E-2 P-1 -infinity");
  }

  @Test
  void isAsIfNeverMadeWhenTakenBackOnItsDay() {
    Employment departure = reported(report("P-1", "E-1", null));

    assertThat(takeBack("P-1", "E-1", departure.version()))
        .isEqualTo(new TakeBackDepartureResult.TakenBack());

    assertThat(employments()).containsExactly("E-1 P-1 -infinity", "E-2 P-1 -infinity");
    assertThat(changes.entries().get(1))
        .isEqualTo(
            "paolo | TAKE_BACK_DEPARTURE | person/E-1 | works for partner P-1 again from"
                + " 2010-11-15");
  }

  @Test
  void leavesAGapWhenTakenBackLater() {
    Employment departure = reported(report("P-1", "E-1", null));
    changes.goTo("2010-11-20");
    takeBack("P-1", "E-1", departure.version());

    assertThat(inDossier("P-1", intake.now()))
        .containsExactly("E-1 [MIN, 2010-11-15) [2010-11-20, null)", "E-2 [MIN, null)");
    assertThat(employed("P-1", "2010-11-19")).containsExactly("E-2");
    assertThat(employed("P-1", "2010-11-20")).containsExactly("E-1", "E-2");
    take("2010-11-21", "C-1", "P-1");
    assertThat(employments())
        .containsExactly(
            "E-1 P-1 -infinity",
            "E-1 P-1 2010-11-15 left",
            "E-1 P-1 2010-11-20",
            "E-2 P-1 -infinity");
  }

  @Test
  void isReportedAndTakenBackOnTheDayAFileMovedThePerson() {
    take("2010-11-15", "C-1", "P-2");

    Employment departure = reported(report("P-2", "E-1", null));
    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-2 2010-11-15 left", "E-2 P-1 -infinity");
    takeBack("P-2", "E-1", departure.version());

    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity", "E-1 P-2 2010-11-15", "E-2 P-1 -infinity");
  }

  @Test
  void isReportedOnceAndByThePartnerAlone() {
    reported(report("P-1", "E-1", "2010-11-15"));

    assertThat(report("P-1", "E-1", null))
        .isEqualTo(
            new ReportDepartureResult.ReportedBefore("Person E-1 left on 2010-11-15 already."));
    assertThat(report("P-2", "E-2", null)).isInstanceOf(ReportDepartureResult.NotFound.class);
    assertThat(report("P-1", "E-9", null)).isInstanceOf(ReportDepartureResult.NotFound.class);
    assertThat(report("P-1", "E-2", "2010-11-14"))
        .isInstanceOf(ReportDepartureResult.Refused.class);
    assertThat(report("P-1", "E-2", "2010-11-16"))
        .isInstanceOf(ReportDepartureResult.Refused.class);
  }

  @Test
  void isTakenBackByWhoKnowsItAndWhileItStands() {
    Employment departure = reported(report("P-1", "E-1", null));

    assertThat(takeBack("P-1", "E-1", departure.version() + 1))
        .isEqualTo(new TakeBackDepartureResult.Stale());
    assertThat(takeBack("P-2", "E-1", departure.version()))
        .isInstanceOf(TakeBackDepartureResult.NotFound.class);
    assertThat(takeBack("P-1", "E-2", departure.version()))
        .isInstanceOf(TakeBackDepartureResult.NotFound.class);
    take("2010-11-16", "C-1", "P-2");
    changes.goTo("2010-11-16");
    assertThat(takeBack("P-1", "E-1", departure.version()))
        .isInstanceOf(TakeBackDepartureResult.NotFound.class);
  }

  @Test
  void isNotReportedByAPartnerThatIsSuspended() {
    Employment departure = reported(report("P-1", "E-1", null));
    intake.take(
        intake.night("2010-11-15"),
        PARTNERS,
        at(2, partner("P-1", "Name of P-1", PartnerStatus.SUSPENDED)));

    assertThat(report("P-1", "E-2", null)).isInstanceOf(ReportDepartureResult.Refused.class);
    assertThat(takeBack("P-1", "E-1", departure.version()))
        .isInstanceOf(TakeBackDepartureResult.Refused.class);
  }

  @Test
  void listsPeopleWithAllTheirCertificates() {
    List<EmployedPerson> all =
        people.listEmployed(new PartnerId("P-1"), LocalDate.of(2010, 11, 15), null, 10);

    assertThat(all).hasSize(2);
    assertThat(all.get(0).name()).isEqualTo("Name of E-1");
    assertThat(all.get(0).certifications())
        .extracting(c -> c.id().value())
        .containsExactly("C-1", "C-2");
    assertThat(people.listEmployed(new PartnerId("P-1"), LocalDate.of(2010, 11, 15), null, 1))
        .containsExactly(all.get(0));
    assertThat(people.listEmployed(new PartnerId("P-1"), LocalDate.of(2010, 11, 15), E_1, 10))
        .containsExactly(all.get(1));
  }

  private MergeCounts take(String date, String certificate, String partner) {
    return intake.take(
        intake.night(date), CERTIFICATIONS, at(2, certificate(certificate, "E-1", partner)));
  }

  private ReportDepartureResult report(String partner, String person, @Nullable String leftOn) {
    return new ReportDepartureService(new JdbcPartners(dataSource), people, changes.changes())
        .report(
            new ReportDepartureCommand(
                new PartnerId(partner),
                new PersonId(person),
                leftOn == null ? null : LocalDate.parse(leftOn),
                PARTNER));
  }

  private TakeBackDepartureResult takeBack(String partner, String person, long version) {
    return new TakeBackDepartureService(new JdbcPartners(dataSource), people, changes.changes())
        .takeBack(
            new TakeBackDepartureCommand(
                new PartnerId(partner), new PersonId(person), version, PARTNER));
  }

  private static Employment reported(ReportDepartureResult result) {
    return ((ReportDepartureResult.Reported) result).departure();
  }

  private List<String> employed(String partner, String day) {
    return people.listEmployed(new PartnerId(partner), LocalDate.parse(day), null, 10).stream()
        .map(person -> person.id().value())
        .toList();
  }

  private List<String> inDossier(String partner, Instant knownAt) {
    return new JdbcDossiers(dataSource)
        .find(new PartnerId(partner), knownAt).orElseThrow().people().stream()
            .map(person -> person.id() + write(person.employments()))
            .toList();
  }

  private static String write(List<Validity> employments) {
    StringBuilder text = new StringBuilder();
    for (Validity employment : employments) {
      String from = employment.from().equals(LocalDate.MIN) ? "MIN" : employment.from().toString();
      text.append(" [").append(from).append(", ").append(employment.until()).append(")");
    }
    return text.toString();
  }

  private List<String> employments() {
    return JdbcClient.create(dataSource)
        .sql(
            """
            SELECT concat_ws(' ', person_id, partner_id, valid_from,
              CASE WHEN has_left THEN 'left' END)
            FROM employment WHERE superseded_at IS NULL ORDER BY person_id, valid_from
            """)
        .query(String.class)
        .list();
  }
}
