package dev.touchstone.application.tier.service;

import static dev.touchstone.application.tier.PolicyFileFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.PolicyFileFixture;
import dev.touchstone.application.tier.PolicyRegistryInMemory;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyCommand;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyResult;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyCommand;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyResult;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegisterPolicyServiceTest {

  private static final Instant NOW = Instant.parse("2010-10-01T12:00:00Z");
  private static final Actor ACTOR = new Actor("anna", "PROGRAM", "10.0.0.1");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final PolicyRegistryInMemory registry = new PolicyRegistryInMemory();
  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final RegisterPolicyService service =
      new RegisterPolicyService(registry, auditLog, CLOCK);

  @Test
  void registersTheFirst() {
    PolicyFile file = file(1, "2010-10-30", "LOW");

    assertThat(register(file)).isEqualTo(new RegisterPolicyResult.Registered(file.policy()));
    assertThat(registry.list())
        .containsExactly(new RegisteredPolicy(file.policy(), file.text(), NOW, null));
  }

  @Test
  void saysWhatWouldComeOfItAndChangesNothing() {
    PolicyFile file = file(1, "2010-10-30", "LOW");

    assertThat(service.register(new RegisterPolicyCommand(file, true, ACTOR)))
        .isEqualTo(new RegisterPolicyResult.Fits(file.policy()));
    assertThat(registry.list()).isEmpty();
    assertThat(auditLog.inShort()).isEmpty();
  }

  @Test
  void logsWhoRegisteredWhatAndNothingElse() {
    register(file(1, "2010-10-30", "LOW"));
    register(file(1, "2010-10-30", "LOW"));
    register(file(1, "2010-10-30", "LOW", "HIGH"));

    assertThat(auditLog.inShort()).containsExactly("anna REGISTER_POLICY policy/partner-network/1");
  }

  @Test
  void leavesEqualContentAloneWhateverItsComments() {
    PolicyFile file = file(1, "2010-10-30", "LOW");
    register(file);
    registry.openNight(LocalDate.of(2010, 11, 15), file.policy().version());

    assertThat(register(PolicyFileFixture.of(file.policy(), "# the same\n" + file.text())))
        .isEqualTo(new RegisterPolicyResult.AlreadyRegistered(file.policy()));
    assertThat(registry.list()).extracting(RegisteredPolicy::text).containsExactly(file.text());
  }

  @Test
  void refusesANumberWithOtherContent() {
    register(file(1, "2010-10-30", "LOW"));

    assertRefused(
        file(1, "2010-10-30", "LOW", "HIGH"),
        "v1.yaml, line 2, key version: partner-network version 1 is registered with other content,"
            + " and a version once registered cannot be changed; give it another number.");
  }

  @Test
  void refusesTheNumberOfARetiredVersion() {
    PolicyFile file = file(1, "2010-10-30", "LOW");
    register(file);
    retire(1);

    assertRefused(
        file,
        "v1.yaml, line 2, key version: partner-network version 1 was retired, and a number is never"
            + " used again; give it another number.");
    assertThat(register(file(2, "2010-10-30", "LOW")))
        .isInstanceOf(RegisterPolicyResult.Registered.class);
  }

  @Test
  void refusesADayThatANightHasReached() {
    register(file(1, "2010-10-30", "LOW"));
    registry.openNight(LocalDate.of(2010, 11, 15), new PolicyVersion("partner-network", 1));

    for (String day : List.of("2009-01-01", "2010-11-14", "2010-11-15")) {
      assertRefused(
          file(2, day, "LOW"),
          "v2.yaml, line 3, key effectiveFrom: partner-network version 2 would take effect on "
              + day
              + ", but the night of 2010-11-15 has been decided; give a later day.");
    }
    assertThat(register(file(2, "2010-11-16", "LOW")))
        .isInstanceOf(RegisterPolicyResult.Registered.class);
  }

  @Test
  void takesOverThePolicyOfNightsFromBeforeTheRegistry() {
    registry.openNight(LocalDate.of(2010, 11, 15), new PolicyVersion("partner-network", 1));

    assertThat(register(file(2, "2010-10-30", "LOW")))
        .isInstanceOf(RegisterPolicyResult.Refused.class);
    assertThat(register(file(1, "2010-10-30", "LOW")))
        .isInstanceOf(RegisterPolicyResult.Registered.class);
  }

  @Test
  void refusesADayThatIsTaken() {
    register(file(1, "2010-10-30", "LOW"));

    assertRefused(
        file(2, "2010-10-30", "LOW"),
        "v2.yaml, line 3, key effectiveFrom: partner-network version 2 takes effect on 2010-10-30,"
            + " not after partner-network version 1 on 2010-10-30.");
  }

  @Test
  void refusesWhatMayNotFollow() {
    register(file(1, "2010-10-30", "LOW", "HIGH"));

    assertRefused(
        file(2, "2011-10-30", "LOW", "TOP"),
        "v2.yaml, line 5, key tiers: partner-network version 2 has the tiers [LOW, TOP]: it must"
            + " keep those of partner-network version 1 in their order, [LOW, HIGH], and may add"
            + " some.");
  }

  @Test
  void refusesWhatMayNotPrecede() {
    register(file(3, "2012-10-30", "LOW", "HIGH"));

    assertRefused(
        file(2, "2011-10-30", "LOW", "MIDDLE", "HIGH"),
        "v2.yaml, line 5, key tiers: partner-network version 3 has the tiers [LOW, HIGH]: it must"
            + " keep those of partner-network version 2 in their order, [LOW, MIDDLE, HIGH], and may"
            + " add some.");
  }

  @Test
  void fitsOneBetweenTwoOthers() {
    register(file(1, "2010-10-30", "LOW"));
    register(file(3, "2012-10-30", "LOW", "MIDDLE", "HIGH"));

    assertThat(register(file(4, "2011-10-30", "LOW", "TOP")))
        .isInstanceOf(RegisterPolicyResult.Refused.class);
    assertThat(register(file(2, "2011-10-30", "LOW", "HIGH")))
        .isInstanceOf(RegisterPolicyResult.Registered.class);
    assertThat(registry.listVersions())
        .extracting(policy -> policy.version().version())
        .containsExactly(1, 2, 3);
  }

  @Test
  void doesNotLookAtRetiredVersions() {
    register(file(1, "2010-10-30", "LOW", "HIGH"));
    retire(1);

    assertThat(register(file(2, "2010-11-30", "BASE")))
        .isInstanceOf(RegisterPolicyResult.Registered.class);
  }

  @Test
  void alwaysLeavesAValidSuccession() {
    for (long seed = 1; seed <= 200; seed++) {
      PolicyRegistryInMemory random = new PolicyRegistryInMemory();
      RegisterPolicyService registration = new RegisterPolicyService(random, auditLog, CLOCK);
      RetirePolicyService retirement = new RetirePolicyService(random, auditLog, CLOCK);
      Random dice = new Random(seed);
      for (int step = 1; step <= 30; step++) {
        if (dice.nextInt(4) == 0) {
          retirement.retire(new RetirePolicyCommand(1 + dice.nextInt(step), null, null, ACTOR));
        } else {
          registration.register(new RegisterPolicyCommand(randomFile(step, dice), false, ACTOR));
        }
        List<TierPolicy> versions = random.listVersions();
        for (int later = 1; later < versions.size(); later++) {
          for (int earlier = 0; earlier < later; earlier++) {
            TierPolicy successor = versions.get(later);
            TierPolicy predecessor = versions.get(earlier);
            assertThat(successor.effectiveFrom())
                .as("seed %d", seed)
                .isAfter(predecessor.effectiveFrom());
            assertThat(
                    successor.ladder().tiers().stream()
                        .filter(predecessor.ladder().tiers()::contains))
                .as("seed %d", seed)
                .containsExactlyElementsOf(predecessor.ladder().tiers());
          }
        }
      }
    }
  }

  private static PolicyFile randomFile(int version, Random dice) {
    List<String> rungs = new ArrayList<>();
    for (String rung : List.of("A", "B", "C")) {
      if (rungs.isEmpty() && rung.equals("C") || dice.nextInt(3) > 0) {
        rungs.add(rung);
      }
    }
    if (dice.nextInt(8) == 0) {
      rungs.add(0, rungs.remove(rungs.size() - 1));
    }
    LocalDate day = LocalDate.of(2010, 10, 30).plusDays(dice.nextInt(20));
    return file(version, day.toString(), rungs.toArray(String[]::new));
  }

  private RegisterPolicyResult register(PolicyFile file) {
    return service.register(new RegisterPolicyCommand(file, false, ACTOR));
  }

  private void retire(int version) {
    assertThat(
            new RetirePolicyService(registry, auditLog, CLOCK)
                .retire(new RetirePolicyCommand(version, null, null, ACTOR)))
        .isInstanceOf(RetirePolicyResult.Retired.class);
  }

  private void assertRefused(PolicyFile file, String reason) {
    List<RegisteredPolicy> before = registry.list();
    assertThat(register(file))
        .isInstanceOfSatisfying(
            RegisterPolicyResult.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(registry.list()).isEqualTo(before);
  }
}
