package dev.touchstone.application.appeal.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.AppealTerms;
import dev.touchstone.application.appeal.AppealsInMemory;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.AcceptAppealUseCase.AcceptAppealCommand;
import dev.touchstone.application.appeal.port.in.FileAppealUseCase.FileAppealCommand;
import dev.touchstone.application.appeal.port.in.RejectAppealUseCase.RejectAppealCommand;
import dev.touchstone.application.appeal.port.in.WithdrawAppealUseCase.WithdrawAppealCommand;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.audit.UnitOfWorkInMemory;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.application.standing.Redecision;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverCommand;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverResult;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.application.tier.DossiersInMemory;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppealServicesTest {

  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);
  private static final Instant DECIDED = Instant.parse("2010-11-15T20:00:00Z");
  private static final Instant NOW = Instant.parse("2010-12-01T12:00:00Z");
  private static final NightId NIGHT = new NightId(DATE, 1);
  private static final PartnerId PARTNER = new PartnerId("P-1");
  private static final TierCriterion TOOLKITS =
      new TierCriterion(Policies.SUBSCRIBER, CriterionKind.TOOLKITS);
  private static final Actor PAOLO = new Actor("paolo", "PARTNER", "192.0.2.1");
  private static final Actor PIA = new Actor("pia", "PROGRAM", "192.0.2.2");

  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final UnitOfWorkInMemory unitOfWork = new UnitOfWorkInMemory();
  private final AppealsInMemory appeals = new AppealsInMemory();
  private final List<Waiver> waivers = new ArrayList<>();
  private final Appended appended = new Appended();
  private PartnerEvidence evidence = aPartner().withId("P-1").build();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void takesAnAppealAgainstAFindingThatIsNotMet() {
    KeptAppeal kept = done(file(TOOLKITS));

    assertThat(kept.appeal().night()).isEqualTo(NIGHT);
    assertThat(kept.appeal().filedAt()).isEqualTo(NOW);
    assertThat(kept.appeal().state()).isEqualTo(new AppealState.Open());
    assertThat(auditLog.inShort()).containsExactly("paolo FILE_APPEAL appeal/A-000000001");
    assertThat(file(TOOLKITS))
        .isEqualTo(
            new AppealResult.Conflict(
                "An appeal against SUBSCRIBER.toolkits of 2010-11-15 is open already: wait for the"
                    + " ruling, or withdraw it."));
  }

  @Test
  void refusesAnAppealAgainstWhatIsMetOrWasNotJudged() {
    evidence = aPartner().withId("P-1").withToolkit("CRM").build();

    assertThat(refusal(file(TOOLKITS)))
        .isEqualTo("SUBSCRIBER.toolkits was met: there is nothing to appeal against.");
    assertThat(refusal(file(new TierCriterion(Policies.GOLD, CriterionKind.TEAM))))
        .contains("The decision has no finding on GOLD.team");
    assertThat(auditLog.inShort()).isEmpty();
  }

  @Test
  void refusesAnAppealWhereNoFindingDecided() {
    evidence =
        aPartner()
            .withId("P-1")
            .active()
            .withStatus(DATE.minusDays(1), PartnerStatus.SUSPENDED)
            .build();

    assertThat(refusal(file(TOOLKITS)))
        .isEqualTo(
            "On 2010-11-15 partner P-1 has no tier because of its status (SUSPENDED), whatever the"
                + " findings are: ask the program to change the status.");
    assertThat(auditLog.inShort()).isEmpty();
  }

  @Test
  void takesAnAppealOfAPartnerThatHasLeftSince() {
    evidence =
        aPartner().withId("P-1").active().withStatus(DATE.plusDays(1), PartnerStatus.LEFT).build();
    KeptAppeal kept = done(file(TOOLKITS));
    done(accept(kept, null));

    assertThat(appended.decided.decision().date()).isEqualTo(DATE);
    assertThat(appended.decided.standing().held()).isEqualTo(Policies.REGISTERED);
  }

  @Test
  void refusesAnAppealThatComesTooLate() {
    clock = Clock.fixed(Instant.parse("2011-02-14T00:00:00Z"), ZoneOffset.UTC);

    assertThat(refusal(file(TOOLKITS)))
        .isEqualTo("The decision of 2010-11-15 could be appealed against up to 2011-02-13.");
  }

  @Test
  void decidesTheDateOnceMoreByWhatIsKnownNow() {
    KeptAppeal kept = done(file(TOOLKITS));
    evidence = aPartner().withId("P-1").withToolkit("CRM").build();
    AppealState.Accepted accepted = accepted(done(accept(kept, null)));

    assertThat(appended.night).isEqualTo(NIGHT);
    assertThat(appended.decided.decision().date()).isEqualTo(DATE);
    assertThat(appended.decided.standing().held()).isEqualTo(Policies.SUBSCRIBER);
    assertThat(accepted.redecision()).isEqualTo(1);
    assertThat(accepted.waiver()).isNull();
    assertThat(auditLog.inShort()).last().isEqualTo("pia ACCEPT_APPEAL appeal/A-000000001");
  }

  @Test
  void decidesByTheLaterOfTwoClocks() {
    KeptAppeal kept = done(file(TOOLKITS));
    done(accept(kept, null, NOW.plusSeconds(3)));

    assertThat(appended.knownAt).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void waivesFromTheDateWithTheAppealsReason() {
    KeptAppeal kept = done(file(TOOLKITS));
    AppealState.Accepted accepted = accepted(done(accept(kept, LocalDate.of(2011, 1, 1))));

    Waiver waiver = waivers.get(0);
    assertThat(accepted.waiver()).isEqualTo(waiver.id());
    assertThat(waiver.target()).isEqualTo(new WaiverTarget.OnePartner(PARTNER));
    assertThat(waiver.criterion()).isEqualTo(TOOLKITS);
    assertThat(waiver.author()).isEqualTo("pia");
    assertThat(waiver.reason()).isEqualTo("Appeal A-000000001: granted");
    assertThat(waiver.from()).isEqualTo(DATE);
    assertThat(waiver.to()).isEqualTo(LocalDate.of(2011, 1, 1));
    assertThat(appended.decided.standing().earned()).isEqualTo(Policies.REGISTERED);
    assertThat(appended.decided.standing().held()).isEqualTo(Policies.SUBSCRIBER);
  }

  @Test
  void staysOpenWhereTheWaiverCannotBe() {
    KeptAppeal kept = done(file(TOOLKITS));

    assertThat(refusal(accept(kept, DATE)))
        .isEqualTo("A waiver from 2010-11-15 on must end after that day, not on 2010-11-15.");
    done(accept(kept, LocalDate.of(2011, 1, 1)));
    KeptAppeal second = done(file(TOOLKITS));
    assertThat(refusal(accept(second, LocalDate.of(2011, 1, 1)))).isEqualTo("granted already");
    assertThat(appeals.find(second.appeal().id())).contains(second);
  }

  @Test
  void isClosedOnceAndByTheVersionThatWasRead() {
    KeptAppeal kept = done(file(TOOLKITS));
    AppealId id = kept.appeal().id();

    assertThat(reject(new RejectAppealCommand(PIA, id, 7, "no")))
        .isEqualTo(new AppealResult.Stale());
    assertThat(reject(new RejectAppealCommand(PIA, new AppealId("A"), 1, "no")))
        .isEqualTo(new AppealResult.NotFound("There is no appeal A."));
    KeptAppeal rejected = done(reject(new RejectAppealCommand(PIA, id, 1, "no")));
    assertThat(rejected.appeal().state()).isEqualTo(new AppealState.Rejected(NOW, "pia", "no"));
    assertThat(reject(new RejectAppealCommand(PIA, id, 2, "no")))
        .isEqualTo(
            new AppealResult.Conflict("Appeal A-000000001 is rejected already, and stays so."));
    assertThat(accept(rejected, null)).isInstanceOf(AppealResult.Conflict.class);
    assertThat(auditLog.inShort()).last().isEqualTo("pia REJECT_APPEAL appeal/A-000000001");
  }

  @Test
  void isTakenBackByItsOwnerAlone() {
    AppealId id = done(file(TOOLKITS)).appeal().id();

    assertThat(withdraw(new WithdrawAppealCommand(PAOLO, new PartnerId("P-2"), id, 1)))
        .isInstanceOf(AppealResult.NotFound.class);
    assertThat(done(withdraw(new WithdrawAppealCommand(PAOLO, PARTNER, id, 1))).appeal().state())
        .isEqualTo(new AppealState.Withdrawn(NOW, "paolo"));
    assertThat(auditLog.inShort()).last().isEqualTo("paolo WITHDRAW_APPEAL appeal/A-000000001");
  }

  private AppealResult file(TierCriterion criterion) {
    return new FileAppealService(
            unitOfWork,
            auditLog,
            appeals,
            new OneNight(),
            new OneDecision(),
            new AppealTerms(Period.ofDays(90)),
            clock)
        .file(new FileAppealCommand(PAOLO, PARTNER, DATE, criterion, "it is wrong"));
  }

  private AppealResult accept(KeptAppeal kept, @Nullable LocalDate waiveUntil) {
    return accept(kept, waiveUntil, NOW.minusSeconds(1));
  }

  private AppealResult accept(
      KeptAppeal kept, @Nullable LocalDate waiveUntil, Instant databaseTime) {
    return new AcceptAppealService(
            unitOfWork,
            auditLog,
            () -> databaseTime,
            appeals,
            this::grant,
            knownAt -> rules(),
            new DossiersInMemory(DECIDED, evidence),
            appended)
        .accept(
            new AcceptAppealCommand(
                PIA, kept.appeal().id(), kept.version(), "granted", waiveUntil));
  }

  private AppealResult reject(RejectAppealCommand command) {
    return new RejectAppealService(unitOfWork, auditLog, appeals, clock).reject(command);
  }

  private AppealResult withdraw(WithdrawAppealCommand command) {
    return new WithdrawAppealService(unitOfWork, auditLog, appeals, clock).withdraw(command);
  }

  private GrantWaiverResult grant(GrantWaiverCommand command) {
    if (!waivers.isEmpty()) {
      return new GrantWaiverResult.Refused("granted already");
    }
    Waiver waiver =
        new Waiver(
            new WaiverId(3),
            command.target(),
            command.criterion(),
            command.author(),
            command.reason(),
            command.from(),
            command.to(),
            null);
    waivers.add(waiver);
    return new GrantWaiverResult.Granted(waiver);
  }

  private StandingRules rules() {
    return new StandingRules(CatalogFixtures.small(), List.of(Policies.y2010()), waivers);
  }

  private static KeptAppeal done(AppealResult result) {
    assertThat(result).isInstanceOf(AppealResult.Done.class);
    return ((AppealResult.Done) result).appeal();
  }

  private static String refusal(AppealResult result) {
    assertThat(result).isInstanceOf(AppealResult.Refused.class);
    return ((AppealResult.Refused) result).reason();
  }

  private static AppealState.Accepted accepted(KeptAppeal kept) {
    return (AppealState.Accepted) kept.appeal().state();
  }

  private static final class OneNight implements DecidedNights {

    @Override
    public Instant readEvidenceClock() {
      throw new UnsupportedOperationException("Nobody asks for the moment");
    }

    @Override
    public Optional<DecidedNight> findLatest() {
      return Optional.of(new DecidedNight(NIGHT, Policies.y2010().version(), DECIDED, DECIDED));
    }

    @Override
    public Optional<DecidedNight> findLatestOn(LocalDate date) {
      return findLatest().filter(night -> night.id().businessDate().equals(date));
    }
  }

  /** What the night decided by the evidence there is. */
  private final class OneDecision implements Decisions {
    @Override
    public void record(NightId night, List<DecidedStanding> partners) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DecidedStanding> find(NightId night, PartnerId partner) {
      return Optional.of(
          new StandingRules(CatalogFixtures.small(), List.of(Policies.y2010()))
              .decide(evidence, night.businessDate()));
    }

    @Override
    public void forEach(NightId night, Consumer<DecisionLine> consumer) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Appended implements Redecisions {
    private NightId night;
    private Instant knownAt;
    private DecidedStanding decided;

    @Override
    public long append(NightId night, Instant knownAt, DecidedStanding decided) {
      this.night = night;
      this.knownAt = knownAt;
      this.decided = decided;
      return 1;
    }

    @Override
    public Redecision getRedecision(long id) {
      return new Redecision(id, knownAt, decided);
    }
  }
}
