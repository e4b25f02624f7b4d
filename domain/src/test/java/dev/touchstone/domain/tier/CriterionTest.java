package dev.touchstone.domain.tier;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.domain.tier.Criterion.CertifiedPeople;
import dev.touchstone.domain.tier.Criterion.References;
import dev.touchstone.domain.tier.Criterion.Scope;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import java.time.Period;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CriterionTest {

  @ParameterizedTest
  @MethodSource
  void rejectsNumbersThatDemandNothing(String problem, Supplier<Criterion> criterion) {
    assertThatIllegalArgumentException().isThrownBy(criterion::get).withMessage(problem);
  }

  static Stream<Arguments> rejectsNumbersThatDemandNothing() {
    Period year = Period.ofMonths(12);
    return Stream.of(
        refused("atLeast must be 1 or more, not 0", () -> new Toolkits(0)),
        refused("people must be 1 or more, not 0", () -> new CertifiedPeople(0, 1, 1)),
        refused("specializations must be 1 or more, not 0", () -> new CertifiedPeople(1, 0, 1)),
        refused("perPerson must be 0 (no limit) or more", () -> new CertifiedPeople(1, 1, -1)),
        refused("people must be 1 or more, not -1", () -> new Team(-1)),
        refused(
            "atLeast must be 1 or more, not 0",
            () -> new References(0, Scope.REQUESTED, false, null)),
        refused("responses must be 1 or more, not 0", () -> new Survey(0, year, 1, null)),
        refused("maxPerCustomer must be 1 or more, not 0", () -> new Survey(1, year, 0, null)),
        refused(
            "window must be longer than nothing, not P0D",
            () -> new Survey(1, Period.ZERO, 1, null)),
        refused(
            "window must be longer than nothing, not P-1M",
            () -> new Survey(1, Period.ofMonths(-1), 1, null)));
  }

  private static Arguments refused(String problem, Supplier<Criterion> criterion) {
    return Arguments.of(problem, criterion);
  }
}
