package dev.touchstone.domain.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final Tier LOW = new Tier("ZINC");
  private static final Tier MIDDLE = new Tier("COPPER");
  private static final Tier HIGH = new Tier("AMBER");

  private final Ladder ladder = new Ladder(List.of(LOW, MIDDLE, HIGH));

  @Test
  void comparesByRungAndNotByName() {
    assertThat(ladder.compare(LOW, HIGH)).isNegative();
    assertThat(ladder.compare(HIGH, MIDDLE)).isPositive();
    assertThat(ladder.compare(MIDDLE, MIDDLE)).isZero();
    assertThat(ladder.rungOf(LOW)).isZero();
    assertThat(ladder.lowest()).isEqualTo(LOW);
  }

  @Test
  void findsTheTierAbove() {
    assertThat(ladder.findNext(LOW)).contains(MIDDLE);
    assertThat(ladder.findNext(HIGH)).isEmpty();
  }

  @Test
  void namesATierThatIsNotOnIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ladder.compare(LOW, new Tier("GOLD")))
        .withMessage("Tier GOLD is not on the ladder [ZINC, COPPER, AMBER]");
  }

  @Test
  void rejectsATierThatStandsTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ladder(List.of(LOW, HIGH, LOW)))
        .withMessage("A tier stands twice in the ladder: [ZINC, AMBER, ZINC]");
  }

  @Test
  void rejectsNoTiers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ladder(List.of()))
        .withMessage("A ladder needs at least one tier");
  }
}
