package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.Policies.GOLD;
import static dev.touchstone.domain.fixture.Policies.REGISTERED;
import static dev.touchstone.domain.fixture.Policies.SILVER;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.tier.Criterion.CertifiedPeople;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TierPolicyTest {

  private final TierPolicy policy = Policies.y2010();

  @Test
  void findsTheNearestCriterionOfAKindFromTheTierDown() {
    assertThat(policy.findHighest(CertifiedPeople.class, SILVER))
        .contains(new CertifiedPeople(2, 2, 1));
    assertThat(policy.findHighest(CertifiedPeople.class, GOLD))
        .contains(new CertifiedPeople(4, 4, 1));
    assertThat(policy.findHighest(Toolkits.class, GOLD)).contains(new Toolkits(1));
    assertThat(policy.findHighest(Survey.class, SILVER)).isEmpty();
    assertThat(policy.findHighest(Toolkits.class, REGISTERED)).isEmpty();
  }

  @Test
  void refusesATierThatIsNotOnItsLadder() {
    assertThatThrownBy(() -> policy.findHighest(Team.class, new Tier("DIAMOND")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DIAMOND");
    assertThatThrownBy(() -> policy.ladder().rungOf(new Tier("DIAMOND")))
        .hasMessageContaining("DIAMOND");
  }

  @Test
  void rejectsALowestTierThatDemandsSomething() {
    assertThatThrownBy(() -> aPolicy().tier("BASE", new Toolkits(1)).build())
        .hasMessageContaining("BASE");
  }

  @Test
  void rejectsATierThatStandsTwice() {
    assertThatThrownBy(() -> aPolicy().tier("BASE").tier("BASE").build())
        .hasMessageContaining("twice");
  }

  @Test
  void rejectsALegacyRightToATierThatIsNotOnItsLadder() {
    assertThatThrownBy(
            () ->
                aPolicy()
                    .tier("BASE")
                    .legacy(LegacyLevel.CERTIFIED, "DIAMOND", LocalDate.of(2011, 10, 30))
                    .build())
        .hasMessageContaining("DIAMOND");
  }
}
