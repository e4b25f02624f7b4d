package dev.touchstone.application.tier.service;

import static dev.touchstone.application.tier.PolicyFileFixture.file;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.PolicyFileFixture;
import dev.touchstone.application.tier.PolicyRegistryInMemory;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyCommand;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyResult;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetirePolicyServiceTest {

  private static final Instant NOW = Instant.parse("2010-10-01T12:00:00Z");
  private static final Actor ACTOR = new Actor("anna", "PROGRAM", "10.0.0.1");
  private static final PolicyVersion SECOND = new PolicyVersion("partner-network", 2);

  private final PolicyRegistryInMemory registry = new PolicyRegistryInMemory();
  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final RetirePolicyService service =
      new RetirePolicyService(registry, auditLog, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void registerTwo() {
    add(file(1, "2010-10-30", "LOW"));
    add(file(2, "2011-10-30", "LOW", "HIGH"));
  }

  @Test
  void retiresWhatNoNightHasReached() {
    registry.openNight(LocalDate.of(2011, 10, 29), new PolicyVersion("partner-network", 1));

    assertThat(retire(2, null)).isEqualTo(new RetirePolicyResult.Retired(SECOND));
    assertThat(registry.list()).extracting(RegisteredPolicy::retiredAt).containsExactly(null, NOW);
    assertThat(auditLog.inShort()).containsExactly("anna RETIRE_POLICY policy/partner-network/2");
  }

  @Test
  void retiresOnlyTheRevisionThatWasSeen() {
    assertThat(service.retire(new RetirePolicyCommand(2, null, 7L, ACTOR)))
        .isEqualTo(new RetirePolicyResult.Stale());
    assertThat(service.retire(new RetirePolicyCommand(2, null, 1L, ACTOR)))
        .isEqualTo(new RetirePolicyResult.Retired(SECOND));
    assertThat(service.retire(new RetirePolicyCommand(2, null, 1L, ACTOR)))
        .isEqualTo(new RetirePolicyResult.Stale());
    assertThat(auditLog.inShort()).hasSize(1);
  }

  @Test
  void refusesWhatANightHasReachedInForceOrPast() {
    registry.openNight(LocalDate.of(2011, 10, 30), SECOND);

    assertRefused(
        2,
        null,
        "partner-network version 2 took effect on 2011-10-30, and nights up to 2011-10-30 have been"
            + " decided: only a version that is still to come can be retired.");
    assertRefused(
        1,
        null,
        "partner-network version 1 took effect on 2010-10-30, and nights up to 2011-10-30 have been"
            + " decided: only a version that is still to come can be retired.");
    assertThat(registry.list()).noneMatch(RegisteredPolicy::isRetired);
  }

  @Test
  void refusesToRetireTwice() {
    retire(2, null);

    assertRefused(2, null, "partner-network version 2 is retired already.");
  }

  @Test
  void refusesWhatIsUnknown() {
    String known = "; there are partner-network version 1, partner-network version 2.";

    assertRefused(7, null, "There is no policy version 7" + known);
    assertRefused(2, "other", "There is no other version 2" + known);
    assertThat(
            new RetirePolicyService(new PolicyRegistryInMemory(), auditLog, Clock.systemUTC())
                .retire(new RetirePolicyCommand(1, null, null, ACTOR)))
        .isEqualTo(
            new RetirePolicyResult.Refused(
                "There is no policy version 1; none is registered yet."));
  }

  @Test
  void wantsTheNameWhereTwoPoliciesHaveTheNumber() {
    TierPolicy same = aPolicy().tier("LOW").tier("HIGH").build();
    PolicyVersion renamed = new PolicyVersion("alliance", 2);
    add(
        PolicyFileFixture.of(
            new TierPolicy(
                renamed,
                LocalDate.of(2012, 1, 1),
                true,
                same.tiers(),
                same.standing(),
                same.integrity()),
            "policy: alliance\n"));

    assertRefused(
        2,
        null,
        "More than one policy has that number: partner-network version 2, alliance version 2. Give"
            + " the name as well.");
    assertThat(retire(2, "alliance")).isEqualTo(new RetirePolicyResult.Retired(renamed));
  }

  private void add(PolicyFile file) {
    registry.inTurn(
        () -> {
          registry.add(file, NOW);
          return true;
        });
  }

  private RetirePolicyResult retire(int version, @Nullable String name) {
    return service.retire(new RetirePolicyCommand(version, name, null, ACTOR));
  }

  private void assertRefused(int version, @Nullable String name, String reason) {
    assertThat(retire(version, name)).isEqualTo(new RetirePolicyResult.Refused(reason));
  }
}
