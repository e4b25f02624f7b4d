package dev.touchstone.persistence.partner;

import static dev.touchstone.application.intake.EvidenceKind.ENROLLMENTS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.audit.ChangesFixture.PARTNER;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.competency;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase.AddEnrollmentCommand;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase.AddEnrollmentResult;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase.EndEnrollmentCommand;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase.EndEnrollmentResult;
import dev.touchstone.application.partner.service.AddEnrollmentService;
import dev.touchstone.application.partner.service.EndEnrollmentService;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.ChangesFixture;
import dev.touchstone.persistence.audit.LockingEvidenceClock;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners change about their enrollments, on the real tables. */
class EnrollmentDeskIT {

  private static final PartnerId P_1 = new PartnerId("P-1");

  private final Catalogs catalogs =
      () ->
          new Catalog(
              "test",
              1,
              Stream.of("CRM", "SCM")
                  .map(
                      code ->
                          new Specialization(
                              new SpecializationCode(code),
                              SpecializationKind.PRODUCT,
                              Map.of(),
                              Set.of()))
                  .toList());

  private DataSource dataSource;
  private IntakeFixture intake;
  private ChangesFixture people;
  private JdbcEnrollments enrollments;

  @BeforeEach
  void takeAPartnerIn() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    people = new ChangesFixture(dataSource, intake::tick);
    enrollments = new JdbcEnrollments(dataSource);
    intake.take(intake.night("2010-10-30"), PARTNERS, at(2, partner("P-1")));
    people.goTo("2010-11-15");
  }

  @Test
  void enrollsFromToday() {
    KnownEnrollment added = added(add("CRM", EnrollmentKind.TOOLKIT, null));

    assertThat(added.enrollment().key())
        .isEqualTo(key("CRM", EnrollmentKind.TOOLKIT, "2010-11-15"));
    assertThat(enrollments.find(P_1, added.enrollment().key())).contains(added);
    assertThat(rows()).containsExactly("P-1 CRM TOOLKIT 2010-11-15 2010-11-15 t");
    assertThat(people.entries())
        .containsExactly("paolo | ADD_ENROLLMENT | partner/P-1 | TOOLKIT CRM from 2010-11-15");
  }

  @Test
  void enrollsUpToAYearAhead() {
    assertThat(add("CRM", EnrollmentKind.COMPETENCY, "2011-11-15"))
        .isInstanceOf(AddEnrollmentResult.Added.class);
    assertThat(add("SCM", EnrollmentKind.COMPETENCY, "2011-11-16"))
        .isEqualTo(
            new AddEnrollmentResult.Refused(
                "from is a day from today, 2010-11-15, to 2011-11-15."));
    assertThat(add("SCM", EnrollmentKind.COMPETENCY, "2010-11-14"))
        .isInstanceOf(AddEnrollmentResult.Refused.class);
  }

  @Test
  void enrollsInTheCatalogOnly() {
    assertThat(add("crm", EnrollmentKind.TOOLKIT, null))
        .isInstanceOf(AddEnrollmentResult.Refused.class);
    assertThat(rows()).isEmpty();
    assertThat(people.entries()).isEmpty();
  }

  @Test
  void enrollsOnceAtATime() {
    NightId night = intake.night("2010-10-31");
    intake.take(
        night,
        ENROLLMENTS,
        at(2, competency("P-1", "CRM", "2010-01-01", "2010-12-01")),
        at(3, competency("P-1", "SCM", "2011-01-01", "2011-02-01")));

    assertThat(add("CRM", EnrollmentKind.COMPETENCY, "2010-11-30"))
        .isEqualTo(
            new AddEnrollmentResult.Enrolled(
                "The partner is enrolled already: COMPETENCY CRM from 2010-01-01 up to 2010-12-01;"
                    + " end that first, or begin on the day it ends."));
    assertThat(add("SCM", EnrollmentKind.COMPETENCY, null))
        .isInstanceOf(AddEnrollmentResult.Enrolled.class);
    assertThat(add("CRM", EnrollmentKind.COMPETENCY, "2010-12-01"))
        .isInstanceOf(AddEnrollmentResult.Added.class);
    assertThat(add("CRM", EnrollmentKind.TOOLKIT, null))
        .isInstanceOf(AddEnrollmentResult.Added.class);
  }

  @Test
  void endsFromTodayOn() {
    intake.take(
        intake.night("2010-10-31"),
        ENROLLMENTS,
        at(2, competency("P-1", "CRM", "2010-01-01", null)));
    KnownEnrollment before = find("CRM", "2010-01-01");

    assertThat(end(before, "2010-11-14"))
        .isEqualTo(
            new EndEnrollmentResult.Refused(
                "to is the first day on which the enrollment no longer counts: 2010-11-15 or"
                    + " later."));
    KnownEnrollment ended = ended(end(before, "2010-12-01"));
    KnownEnrollment again = ended(end(ended, "2010-12-01"));
    KnownEnrollment moved = ended(end(ended, "2010-11-15"));

    assertThat(again).isEqualTo(ended);
    assertThat(moved.enrollment().validity().until()).isEqualTo(LocalDate.of(2010, 11, 15));
    assertThat(end(ended, "2011-01-01")).isEqualTo(new EndEnrollmentResult.Stale());
    assertThat(rows())
        .containsExactly(
            "P-1 CRM COMPETENCY 2010-01-01 2010-10-31 f",
            "P-1 CRM COMPETENCY 2010-01-01 2010-12-01 2010-11-15 f",
            "P-1 CRM COMPETENCY 2010-01-01 2010-11-15 2010-11-15 t");
  }

  @Test
  void endsAMistakeOnTheDayItBeganAndEnrollsAnew() {
    KnownEnrollment mistake = added(add("CRM", EnrollmentKind.COMPETENCY, null));

    ended(end(mistake, "2010-11-15"));
    KnownEnrollment anew = added(add("CRM", EnrollmentKind.COMPETENCY, null));

    assertThat(anew.enrollment()).isEqualTo(mistake.enrollment());
    assertThat(anew.version()).isGreaterThan(mistake.version());
  }

  @Test
  void leavesThePastAsItWas() {
    intake.take(
        intake.night("2010-10-31"),
        ENROLLMENTS,
        at(2, competency("P-1", "CRM", "2010-01-01", "2010-11-14")));

    assertThat(end(find("CRM", "2010-01-01"), "2010-12-01"))
        .isEqualTo(
            new EndEnrollmentResult.Refused(
                "The enrollment ended on 2010-11-14; enroll again instead of changing the past."));
  }

  @Test
  void movesNoEndIntoTheNextEnrollment() {
    intake.take(
        intake.night("2010-10-31"),
        ENROLLMENTS,
        at(2, competency("P-1", "CRM", "2010-01-01", "2010-12-01")),
        at(3, competency("P-1", "CRM", "2011-01-01", null)));
    KnownEnrollment first = find("CRM", "2010-01-01");

    assertThat(end(first, "2011-01-02")).isInstanceOf(EndEnrollmentResult.Refused.class);
    assertThat(end(first, "2011-01-01")).isInstanceOf(EndEnrollmentResult.Ended.class);
  }

  @Test
  void knowsOnlyThePartnersOwn() {
    KnownEnrollment added = added(add("CRM", EnrollmentKind.COMPETENCY, null));
    intake.take(intake.night("2010-11-16"), PARTNERS, at(2, partner("P-2")));

    assertThat(
            endService()
                .end(
                    new EndEnrollmentCommand(
                        new PartnerId("P-2"),
                        added.enrollment().key(),
                        LocalDate.of(2010, 12, 1),
                        added.version(),
                        PARTNER)))
        .isInstanceOf(EndEnrollmentResult.NotFound.class);
  }

  @Test
  void keepsChangesFromAPartnerThatHasLeft() {
    KnownEnrollment added = added(add("CRM", EnrollmentKind.COMPETENCY, null));
    intake.take(
        intake.night("2010-11-15"),
        PARTNERS,
        at(2, partner("P-1", "Name of P-1", PartnerStatus.LEFT)));

    assertThat(add("SCM", EnrollmentKind.COMPETENCY, null))
        .isInstanceOf(AddEnrollmentResult.Refused.class);
    assertThat(end(added, "2010-12-01")).isInstanceOf(EndEnrollmentResult.Refused.class);
  }

  @Test
  void letsOneOfTwoAdditionsAtOnceWin() throws Exception {
    ChangesFixture locked = new ChangesFixture(dataSource, new LockingEvidenceClock(dataSource));
    AddEnrollmentService service =
        new AddEnrollmentService(
            catalogs, new JdbcPartners(dataSource), enrollments, locked.changes());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<AddEnrollmentResult> call =
          () ->
              service.add(
                  new AddEnrollmentCommand(
                      P_1, new SpecializationCode("CRM"), EnrollmentKind.TOOLKIT, null, PARTNER));
      List<Future<AddEnrollmentResult>> results = threads.invokeAll(Collections.nCopies(4, call));

      int added = 0;
      for (Future<AddEnrollmentResult> result : results) {
        added += result.get() instanceof AddEnrollmentResult.Added ? 1 : 0;
      }
      assertThat(added).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows()).hasSize(1);
  }

  @Test
  void listsInOrderAndAsOfADay() {
    add("SCM", EnrollmentKind.COMPETENCY, null);
    add("CRM", EnrollmentKind.TOOLKIT, "2010-12-01");
    add("CRM", EnrollmentKind.COMPETENCY, null);

    assertThat(list(null, null, 10))
        .containsExactly("CRM COMPETENCY", "CRM TOOLKIT", "SCM COMPETENCY");
    assertThat(list(null, null, 1)).containsExactly("CRM COMPETENCY");
    assertThat(list(null, key("CRM", EnrollmentKind.COMPETENCY, "2010-11-15"), 10))
        .containsExactly("CRM TOOLKIT", "SCM COMPETENCY");
    assertThat(list("2010-11-30", null, 10)).containsExactly("CRM COMPETENCY", "SCM COMPETENCY");
    assertThat(list("2010-11-14", null, 10)).isEmpty();
  }

  private List<String> list(@Nullable String on, @Nullable EnrollmentKey after, int limit) {
    return enrollments.list(P_1, on == null ? null : LocalDate.parse(on), after, limit).stream()
        .map(known -> known.enrollment().specialization() + " " + known.enrollment().kind())
        .toList();
  }

  private AddEnrollmentResult add(
      String specialization, EnrollmentKind kind, @Nullable String from) {
    return new AddEnrollmentService(
            catalogs, new JdbcPartners(dataSource), enrollments, people.changes())
        .add(
            new AddEnrollmentCommand(
                P_1,
                new SpecializationCode(specialization),
                kind,
                from == null ? null : LocalDate.parse(from),
                PARTNER));
  }

  private EndEnrollmentService endService() {
    return new EndEnrollmentService(new JdbcPartners(dataSource), enrollments, people.changes());
  }

  private EndEnrollmentResult end(KnownEnrollment known, String to) {
    return endService()
        .end(
            new EndEnrollmentCommand(
                P_1, known.enrollment().key(), LocalDate.parse(to), known.version(), PARTNER));
  }

  private KnownEnrollment find(String specialization, String from) {
    return enrollments
        .find(P_1, key(specialization, EnrollmentKind.COMPETENCY, from))
        .orElseThrow();
  }

  private static EnrollmentKey key(String specialization, EnrollmentKind kind, String from) {
    return new EnrollmentKey(new SpecializationCode(specialization), kind, LocalDate.parse(from));
  }

  private static KnownEnrollment added(AddEnrollmentResult result) {
    return ((AddEnrollmentResult.Added) result).enrollment();
  }

  private static KnownEnrollment ended(EndEnrollmentResult result) {
    return ((EndEnrollmentResult.Ended) result).enrollment();
  }

  private List<String> rows() {
    return JdbcClient.create(dataSource)
        .sql(
            """
            SELECT concat_ws(' ', partner_id, specialization, kind, valid_from, valid_until,
              business_date, superseded_at IS NULL)
            FROM enrollment ORDER BY version_id
            """)
        .query(String.class)
        .list();
  }
}
