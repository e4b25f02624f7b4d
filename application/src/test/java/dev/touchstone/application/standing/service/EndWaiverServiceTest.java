package dev.touchstone.application.standing.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.audit.UnitOfWorkInMemory;
import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverCommand;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverResult;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndWaiverServiceTest {

  private static final Actor ANNA = new Actor("anna", "PROGRAM", "10.0.0.1");

  /** The 15th already in Rome. */
  private static final Instant NOW = Instant.parse("2010-11-14T23:30:00Z");

  private static final WaiverId ID = new WaiverId(1);
  private static final Waiver.Ending ENDING = new Waiver.Ending("anna", "No need any more");

  private final WaiversInMemory waivers = new WaiversInMemory();
  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final EndWaiverService service =
      new EndWaiverService(waivers, new UnitOfWorkInMemory(), auditLog, () -> NOW);

  @Test
  void endsTodayInRomeUnlessADayIsGiven() {
    Waiver waiver = grant("2010-11-01", "2011-01-01");

    assertThat(end(null, null))
        .isEqualTo(
            new EndWaiverResult.Ended(
                new RecordedWaiver(waiver.endedOn(LocalDate.of(2010, 11, 15), ENDING), 2)));
    assertThat(auditLog.inShort()).containsExactly("anna END_WAIVER waiver/1");
  }

  @Test
  void takesOneThatIsStillToComeBackWhole() {
    Waiver waiver = grant("2010-12-01", "2011-01-01");

    assertThat(end(null, null))
        .isEqualTo(
            new EndWaiverResult.Ended(
                new RecordedWaiver(waiver.endedOn(waiver.from(), ENDING), 2)));
  }

  @Test
  void endsOnlyTheRevisionThatWasSeen() {
    grant("2010-11-01", "2011-01-01");

    assertThat(end(LocalDate.of(2010, 12, 1), 2L)).isEqualTo(new EndWaiverResult.Stale());
    assertThat(end(LocalDate.of(2010, 12, 1), 1L)).isInstanceOf(EndWaiverResult.Ended.class);
    assertThat(end(LocalDate.of(2010, 11, 20), 1L)).isEqualTo(new EndWaiverResult.Stale());
    assertThat(auditLog.inShort()).hasSize(1);
  }

  @Test
  void refusesWhatIsOverOrUnknown() {
    assertThat(end(null, null)).isInstanceOf(EndWaiverResult.Refused.class);
    grant("2010-01-01", "2010-11-15");
    assertThat(end(null, null)).isInstanceOf(EndWaiverResult.Refused.class);
    assertThat(auditLog.inShort()).isEmpty();
  }

  private EndWaiverResult end(@Nullable LocalDate on, @Nullable Long revision) {
    return service.end(new EndWaiverCommand(ID, on, ENDING, revision, ANNA));
  }

  private Waiver grant(String from, String to) {
    Waiver waiver =
        new Waiver(
            ID,
            new WaiverTarget.OnePartner(new PartnerId("P1")),
            new TierCriterion(new Tier("GOLD"), CriterionKind.SURVEY),
            "anna",
            "A new vendor",
            LocalDate.parse(from),
            LocalDate.parse(to),
            null);
    waivers.record(waiver, NOW);
    return waiver;
  }
}
