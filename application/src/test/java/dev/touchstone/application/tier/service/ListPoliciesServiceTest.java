package dev.touchstone.application.tier.service;

import static dev.touchstone.application.tier.PolicyFileFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.tier.DefaultPolicyOnly;
import dev.touchstone.application.tier.ListedPolicy;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.PolicyRegistryInMemory;
import dev.touchstone.application.tier.PolicyState;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyQuery;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyResult;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ListPoliciesServiceTest {

  private static final Instant NOW = Instant.parse("2010-10-01T12:00:00Z");
  private static final PolicyFile DEFAULT = file(1, "2010-10-30", "LOW");

  private final PolicyRegistryInMemory registry = new PolicyRegistryInMemory();
  private final ListPoliciesService service =
      new ListPoliciesService(registry, new DefaultPolicyOnly(DEFAULT));

  @Test
  void letsTheShippedPolicyStandIn() {
    assertThat(service.listPolicies())
        .containsExactly(
            new ListedPolicy(
                DEFAULT.policy().version(),
                LocalDate.of(2010, 10, 30),
                null,
                PolicyState.TO_COME,
                null,
                1));
    assertThat(show(1)).isEqualTo(new ShowPolicyResult.Shown(DEFAULT.policy(), DEFAULT.text()));
    assertThat(registry.list()).isEmpty();
  }

  @Test
  void saysWhatEachVersionIsAfterTheLatestNight() {
    add(file(1, "2010-10-30", "LOW"));
    add(file(2, "2011-10-30", "LOW"));
    add(file(3, "2011-12-30", "LOW"));
    add(file(4, "2012-10-30", "LOW"));
    registry.inTurn(
        () -> {
          registry.retire(new PolicyVersion("partner-network", 3), NOW);
          return true;
        });

    assertStates(PolicyState.TO_COME, PolicyState.TO_COME, PolicyState.TO_COME);
    night("2010-10-30");
    assertStates(PolicyState.IN_FORCE, PolicyState.TO_COME, PolicyState.TO_COME);
    night("2011-10-29");
    assertStates(PolicyState.IN_FORCE, PolicyState.TO_COME, PolicyState.TO_COME);
    night("2011-10-30");
    assertStates(PolicyState.PAST, PolicyState.IN_FORCE, PolicyState.TO_COME);
    night("2013-01-01");
    assertStates(PolicyState.PAST, PolicyState.PAST, PolicyState.IN_FORCE);
    assertThat(service.listPolicies())
        .extracting(ListedPolicy::until)
        .containsExactly(LocalDate.of(2011, 10, 30), LocalDate.of(2012, 10, 30), null, null);
  }

  @Test
  void showsTheTextRegisteredRetiredOrNot() {
    PolicyFile file = file(2, "2010-10-30", "LOW");
    add(file);
    registry.inTurn(
        () -> {
          registry.retire(file.policy().version(), NOW);
          return true;
        });

    assertThat(show(2)).isEqualTo(new ShowPolicyResult.Shown(file.policy(), file.text()));
    assertThat(show(1))
        .isEqualTo(
            new ShowPolicyResult.NotFound(
                "There is no policy version 1; there are partner-network version 2."));
  }

  private void add(PolicyFile file) {
    registry.inTurn(
        () -> {
          registry.add(file, NOW);
          return true;
        });
  }

  private void night(String date) {
    registry.openNight(LocalDate.parse(date), new PolicyVersion("partner-network", 1));
  }

  private ShowPolicyResult show(int version) {
    return new ShowPolicyService(registry, new DefaultPolicyOnly(DEFAULT))
        .show(new ShowPolicyQuery(version, null));
  }

  private void assertStates(PolicyState first, PolicyState second, PolicyState fourth) {
    assertThat(service.listPolicies())
        .extracting(ListedPolicy::state)
        .containsExactly(first, second, PolicyState.RETIRED, fourth);
  }
}
