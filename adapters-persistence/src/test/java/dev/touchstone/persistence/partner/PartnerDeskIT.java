package dev.touchstone.persistence.partner;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.audit.ChangesFixture.PARTNER;
import static dev.touchstone.persistence.audit.ChangesFixture.PROGRAM;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.application.partner.ChangePartnerResult.Changed;
import dev.touchstone.application.partner.ChangePartnerResult.NotFound;
import dev.touchstone.application.partner.ChangePartnerResult.Refused;
import dev.touchstone.application.partner.ChangePartnerResult.Stale;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.ChangeProfileUseCase.ChangeProfileCommand;
import dev.touchstone.application.partner.port.in.ChangeStatusUseCase.ChangeStatusCommand;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerCommand;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerResult;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerResult.Registered;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerResult.Taken;
import dev.touchstone.application.partner.service.ChangeProfileService;
import dev.touchstone.application.partner.service.ChangeStatusService;
import dev.touchstone.application.partner.service.RegisterPartnerService;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.partner.Profile;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.ChangesFixture;
import dev.touchstone.persistence.audit.LockingEvidenceClock;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program and partners change about partners, on the real tables. */
class PartnerDeskIT {

  private static final Profile PROFILE =
      new Profile(
          "Rossi", "IT1", "Roma", "RM", "IT", "https://rossi.example", "info@rossi.example");

  private DataSource dataSource;
  private JdbcClient client;
  private IntakeFixture intake;
  private ChangesFixture people;
  private JdbcPartners partners;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    intake = new IntakeFixture(dataSource);
    people = new ChangesFixture(dataSource, intake::tick);
    partners = new JdbcPartners(dataSource);
    client.sql("ALTER SEQUENCE partner_number RESTART").update();
  }

  @Test
  void registersAPartnerThatIsActiveFromTheStart() {
    people.goTo("2010-11-15");

    KnownPartner registered = registered(register("R-7", PROFILE, null));

    assertThat(registered.partner())
        .isEqualTo(
            new Partner(
                new PartnerId("R-7"),
                "Rossi",
                "IT1",
                "Roma",
                "RM",
                "IT",
                "https://rossi.example",
                "info@rossi.example",
                LocalDate.of(2010, 11, 15),
                LegacyLevel.NONE));
    assertThat(registered.hidden()).isFalse();
    assertThat(find("R-7")).isEqualTo(registered);
    assertThat(statuses()).containsExactly("R-7 ACTIVE -infinity 2010-11-15 t");
    assertThat(people.entries())
        .containsExactly("pia | REGISTER_PARTNER | partner/R-7 | registered on 2010-11-15");
    assertThat(strings("SELECT concat(file_id, audit_id) FROM partner")).containsExactly("1");
  }

  @Test
  void givesTheNextIdThatNobodyHas() {
    String first = registered(register(null, PROFILE, null)).partner().id().value();
    assertThat(first).matches("P-[0-9a-f]{8}-000001");
    String second = first.replace("000001", "000002");
    intake.take(intake.night("2010-10-30"), PARTNERS, at(2, partner(second)));

    assertThat(registered(register(null, PROFILE, null)).partner().id().value())
        .isEqualTo(first.replace("000001", "000003"));
  }

  @Test
  void registersAnIdOnce() {
    register("R-7", PROFILE, null);

    assertThat(register("R-7", PROFILE, null)).isInstanceOf(Taken.class);
    assertThat(strings("SELECT count(*) FROM partner")).containsExactly("1");
    assertThat(people.entries()).hasSize(1);
  }

  @Test
  void refusesIdsThatNoPathCanHoldAndDaysThatNoFileCanWrite() {
    assertThat(register("R/7", PROFILE, null)).isInstanceOf(RegisterPartnerResult.Refused.class);
    assertThat(register(".", PROFILE, null)).isInstanceOf(RegisterPartnerResult.Refused.class);
    assertThat(register("R-7", PROFILE, LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(RegisterPartnerResult.Refused.class);
    assertThat(strings("SELECT count(*) FROM partner")).containsExactly("0");
  }

  @Test
  void recordsANewVersionOfAChangedProfile() {
    intake.take(intake.night("2010-10-30"), PARTNERS, at(2, partner("P-1")));
    KnownPartner before = find("P-1");

    KnownPartner after = changed(change("P-1", PROFILE, false, before.version(), PARTNER));

    assertThat(after.partner()).isEqualTo(before.partner().with(PROFILE));
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(find("P-1")).isEqualTo(after);
    assertThat(
            strings(
                """
                SELECT concat_ws(' ', name, audit_id, business_date, superseded_at IS NULL)
                FROM partner ORDER BY version_id
                """))
        .containsExactly("Name of P-1 2010-10-30 f", "Rossi 1 2010-11-15 t");
    assertThat(people.entries().get(0))
        .isEqualTo(
            "paolo | CHANGE_PROFILE | partner/P-1 | name, vatNumber, city, province, website,"
                + " contactEmail");
  }

  @Test
  void recordsNothingWhereNothingChanges() {
    KnownPartner before = registered(register("R-7", PROFILE, null));

    assertThat(changed(change("R-7", PROFILE, false, before.version(), PARTNER))).isEqualTo(before);
    assertThat(strings("SELECT count(*) FROM partner")).containsExactly("1");
    assertThat(people.entries()).hasSize(1);
  }

  @Test
  void hidesAndShowsByTheWordOfThePartner() {
    KnownPartner before = registered(register("R-7", PROFILE, null));

    KnownPartner hidden = changed(change("R-7", PROFILE, true, before.version(), PARTNER));
    KnownPartner shown = changed(change("R-7", PROFILE, false, hidden.version(), PARTNER));

    assertThat(hidden.hidden()).isTrue();
    assertThat(hidden.partner()).isEqualTo(before.partner());
    assertThat(shown.hidden()).isFalse();
    assertThat(List.of(before.version(), hidden.version(), shown.version()))
        .doesNotHaveDuplicates();
    assertThat(strings("SELECT count(*) FROM partner")).containsExactly("1");
  }

  @Test
  void leavesAddressesAloneThatAFileBrought() {
    intake.take(intake.night("2010-10-30"), PARTNERS, at(2, partner("P-1")));
    client.sql("UPDATE partner SET website = 'www.rossi.example'").update();
    KnownPartner before = find("P-1");
    Profile same = before.partner().profile();
    Profile renamed =
        new Profile(
            "Bianchi", null, same.city(), same.province(), same.country(), same.website(), null);
    Profile other = new Profile("Bianchi", null, null, null, null, "www.bianchi.example", null);

    assertThat(change("P-1", other, false, before.version(), PARTNER)).isInstanceOf(Refused.class);
    assertThat(changed(change("P-1", renamed, false, before.version(), PARTNER)).partner().name())
        .isEqualTo("Bianchi");
  }

  @Test
  void changesNothingThatSomebodyElseHasChanged() {
    KnownPartner before = registered(register("R-7", PROFILE, null));
    change("R-7", PROFILE, true, before.version(), PARTNER);

    assertThat(change("R-7", PROFILE, false, before.version(), PARTNER)).isEqualTo(new Stale());
    assertThat(changeStatus("R-7", PartnerStatus.LEFT, before.version())).isEqualTo(new Stale());
  }

  @Test
  void letsOneOfTwoChangesAtOnceWin() throws Exception {
    KnownPartner before = registered(register("R-7", PROFILE, null));
    ChangesFixture locked = new ChangesFixture(dataSource, new LockingEvidenceClock(dataSource));
    ChangeProfileService service = new ChangeProfileService(partners, locked.changes());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ChangePartnerResult>> calls =
          List.of("A", "B", "C", "D").stream()
              .<Callable<ChangePartnerResult>>map(
                  name ->
                      () ->
                          service.change(
                              new ChangeProfileCommand(
                                  new PartnerId("R-7"),
                                  new Profile(name, null, null, null, null, null, null),
                                  false,
                                  before.version(),
                                  PARTNER)))
              .toList();

      List<Future<ChangePartnerResult>> results = threads.invokeAll(calls);

      int changed = 0;
      for (Future<ChangePartnerResult> result : results) {
        changed += result.get() instanceof Changed ? 1 : 0;
        assertThat(result.get()).isInstanceOfAny(Changed.class, Stale.class);
      }
      assertThat(changed).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(strings("SELECT count(*) FROM partner")).containsExactly("2");
  }

  @Test
  void keepsChangesFromPartnersThatDoNotTakePart() {
    KnownPartner before = registered(register("R-7", PROFILE, null));
    KnownPartner suspended =
        changed(changeStatus("R-7", PartnerStatus.SUSPENDED, before.version()));

    assertThat(change("R-7", PROFILE, true, suspended.version(), PARTNER))
        .isEqualTo(
            new Refused("Partner R-7 is suspended and can read but not change; ask the program."));
    assertThat(changed(change("R-7", PROFILE, true, suspended.version(), PROGRAM)).hidden())
        .isTrue();
  }

  @Test
  void knowsNoPartnerThatIsNotThere() {
    assertThat(change("R-8", PROFILE, true, 1, PARTNER)).isInstanceOf(NotFound.class);
    assertThat(changeStatus("R-8", PartnerStatus.LEFT, 1)).isInstanceOf(NotFound.class);
  }

  @Test
  void changesAStatusFromTodayOn() {
    people.goTo("2010-11-15");
    KnownPartner before = registered(register("R-7", PROFILE, null));
    people.goTo("2010-11-20");

    KnownPartner left = changed(changeStatus("R-7", PartnerStatus.LEFT, before.version()));
    KnownPartner suspended = changed(changeStatus("R-7", PartnerStatus.SUSPENDED, left.version()));

    assertThat(suspended.status()).isEqualTo(PartnerStatus.SUSPENDED);
    assertThat(
            partners.find(new PartnerId("R-7"), LocalDate.of(2010, 11, 19)).orElseThrow().status())
        .isEqualTo(PartnerStatus.ACTIVE);
    assertThat(statuses())
        .containsExactly(
            "R-7 ACTIVE -infinity 2010-11-15 t",
            "R-7 LEFT 2010-11-20 2010-11-20 f",
            "R-7 SUSPENDED 2010-11-20 2010-11-20 t");
  }

  @Test
  void takesAStatusBackOnItsDayAndStillHasAnotherVersion() {
    people.goTo("2010-11-15");
    KnownPartner before = registered(register("R-7", PROFILE, null));
    people.goTo("2010-11-20");

    KnownPartner left = changed(changeStatus("R-7", PartnerStatus.LEFT, before.version()));
    KnownPartner active = changed(changeStatus("R-7", PartnerStatus.ACTIVE, left.version()));

    assertThat(active.status()).isEqualTo(PartnerStatus.ACTIVE);
    assertThat(List.of(before.version(), left.version(), active.version())).doesNotHaveDuplicates();
    assertThat(statuses())
        .containsExactly("R-7 ACTIVE -infinity 2010-11-15 t", "R-7 LEFT 2010-11-20 2010-11-20 f");
  }

  @Test
  void letsTheLaterWordOfAFileHoldButForASuspension() {
    KnownPartner before = registered(register("P-1", PROFILE, null));
    changeStatus("P-1", PartnerStatus.SUSPENDED, before.version());
    NightId night = intake.night("2010-11-16");
    intake.take(night, PARTNERS, at(2, partner("P-1")));

    people.goTo("2010-11-16");
    assertThat(find("P-1").partner()).isEqualTo(partner("P-1").partner());
    assertThat(find("P-1").status()).isEqualTo(PartnerStatus.SUSPENDED);
  }

  @Test
  void makesASuspensionOfAFileOneByHandOnce() {
    intake.take(
        intake.night("2010-11-14"),
        PARTNERS,
        at(2, partner("P-1", "Rossi", PartnerStatus.SUSPENDED)));
    KnownPartner byFile = find("P-1");
    KnownPartner byHand = changed(changeStatus("P-1", PartnerStatus.SUSPENDED, byFile.version()));
    KnownPartner again = changed(changeStatus("P-1", PartnerStatus.SUSPENDED, byHand.version()));

    assertThat(byHand.version()).isNotEqualTo(byFile.version());
    assertThat(again).isEqualTo(byHand);
    assertThat(people.entries()).hasSize(1);
    intake.take(intake.night("2010-11-16"), PARTNERS, at(2, partner("P-1")));
    assertThat(find("P-1").status()).isEqualTo(PartnerStatus.SUSPENDED);
  }

  @Test
  void listsPartnersByIdAndByPartOfTheirName() {
    register("b", new Profile("Fratelli Rossi", null, null, null, null, null, null), null);
    register("B", new Profile("ROSSI & C.", null, null, null, null, null, null), null);
    register("c", new Profile("100% Bianchi", null, null, null, null, null, null), null);

    assertThat(ids(null, null, 10)).containsExactly("B", "b", "c");
    assertThat(ids(null, "B", 1)).containsExactly("b");
    assertThat(ids("rossi", null, 10)).containsExactly("B", "b");
    assertThat(ids("0%", null, 10)).containsExactly("c");
    assertThat(ids("%", "c", 10)).isEmpty();
  }

  private List<String> ids(@Nullable String namePart, @Nullable String after, int limit) {
    return partners
        .list(
            namePart, after == null ? null : new PartnerId(after), limit, LocalDate.of(2010, 12, 1))
        .stream()
        .map(known -> known.partner().id().value())
        .toList();
  }

  private RegisterPartnerResult register(
      @Nullable String id, Profile profile, @Nullable LocalDate registeredOn) {
    return new RegisterPartnerService(partners, people.changes())
        .register(
            new RegisterPartnerCommand(
                id == null ? null : new PartnerId(id), profile, registeredOn, PROGRAM));
  }

  private ChangePartnerResult change(
      String id, Profile profile, boolean hidden, long version, Actor actor) {
    return new ChangeProfileService(partners, people.changes())
        .change(new ChangeProfileCommand(new PartnerId(id), profile, hidden, version, actor));
  }

  private ChangePartnerResult changeStatus(String id, PartnerStatus status, long version) {
    return new ChangeStatusService(partners, people.changes())
        .change(new ChangeStatusCommand(new PartnerId(id), status, version, PROGRAM));
  }

  private KnownPartner find(String id) {
    return partners.find(new PartnerId(id), LocalDate.of(2010, 12, 1)).orElseThrow();
  }

  private static KnownPartner registered(RegisterPartnerResult result) {
    return ((Registered) result).partner();
  }

  private static KnownPartner changed(ChangePartnerResult result) {
    return ((Changed) result).partner();
  }

  private List<String> statuses() {
    return strings(
        """
        SELECT concat_ws(' ', partner_id, status, valid_from, business_date, superseded_at IS NULL)
        FROM partner_status ORDER BY version_id
        """);
  }

  private List<String> strings(String sql) {
    return client.sql(sql).query((row, number) -> row.getString(1)).list();
  }
}
