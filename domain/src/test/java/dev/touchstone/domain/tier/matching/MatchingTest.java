package dev.touchstone.domain.tier.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

  @Test
  void coversNothingInEmptyGraph() {
    Matching matching = solve(new Shape(0, List.of()), 1);

    assertThat(matching.specializationsCovered()).isZero();
    assertThat(matching.bottleneck()).isEmpty();
    assertThat(matching.unusedPersons()).isEmpty();
  }

  @Test
  void usesNobodyWithoutSpecializations() {
    Matching matching = solve(new Shape(0, List.of(List.of(List.of()))), 1);

    assertThat(matching.specializationsCovered()).isZero();
    assertThat(matching.unusedPersons()).isEmpty();
  }

  @Test
  void namesSpecializationWithoutCertificateAsBottleneck() {
    Matching matching = solve(new Shape(2, List.of(List.of(List.of(0)))), 1);

    assertThat(matching.covers(0)).isTrue();
    assertThat(matching.covers(1)).isFalse();
    assertThat(matching.bottleneck()).contains(new Bottleneck(List.of(1), List.of(), 0));
  }

  @Test
  void namesThreeSpecializationsWithTwoPeopleBetweenThem() {
    Shape shape =
        new Shape(
            4,
            List.of(
                List.of(List.of(0, 2)),
                List.of(List.of(2), List.of(3)),
                List.of(List.of(1)),
                List.of(List.of(1))));

    Matching matching = solve(shape, 1);

    assertThat(matching.specializationsCovered()).isEqualTo(3);
    Bottleneck bottleneck = matching.bottleneck().orElseThrow();
    assertThat(bottleneck).isEqualTo(new Bottleneck(List.of(0, 2, 3), List.of(0, 1), 2));
    assertThat(bottleneck.deficiency()).isEqualTo(1);
    assertThat(matching.unusedPersons()).containsExactly(3);
  }

  @Test
  void letsOnePersonStandForOneSpecializationHoweverManyCertificates() {
    Shape shape =
        new Shape(3, List.of(List.of(List.of(0), List.of(1), List.of(2), List.of(0, 1, 2))));

    assertThat(solve(shape, 1).specializationsCovered()).isEqualTo(1);
    assertThat(solve(shape, 2).specializationsCovered()).isEqualTo(2);
    assertThat(solve(shape, 3).specializationsCovered()).isEqualTo(3);
    assertThat(solve(shape, Matching.UNLIMITED).specializationsCovered()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Matching.UNLIMITED})
  void letsOneCertificateStandForOneSpecialization(int perPerson) {
    Shape shape = new Shape(3, List.of(List.of(List.of(0, 1, 2))));

    assertThat(solve(shape, perPerson).specializationsCovered()).isEqualTo(1);
  }

  @Test
  void movesCertificateWithinPersonOnlyWhereThereIsRoom() {
    // Person 0 has three certificates but may stand for two: specialization 0 can give way to 2
    // only if 1 finds another person.
    Shape shape =
        new Shape(3, List.of(List.of(List.of(0, 2), List.of(0), List.of(1)), List.of(List.of(1))));

    Matching matching = Matching.solve(shape.graph(), 2, new int[] {0, 1, 2});

    assertThat(certificates(matching, 3)).containsExactly(1, 3, 0);
  }

  @Test
  void coversByPriority() {
    Shape shape = new Shape(3, List.of(List.of(List.of(0, 1, 2)), List.of(List.of(1))));

    Matching matching = Matching.solve(shape.graph(), 1, new int[] {2, 0, 1});

    assertThat(matching.covers(2)).isTrue();
    assertThat(matching.covers(0)).isFalse();
    assertThat(matching.covers(1)).isTrue();
    assertThat(matching.specializationsCovered()).isEqualTo(2);
  }

  @Test
  void choosesPersonsInOrderOfSpecializationNotOfPriority() {
    Shape shape = new Shape(2, List.of(List.of(List.of(0, 1)), List.of(List.of(0, 1))));

    Matching matching = Matching.solve(shape.graph(), 1, new int[] {1, 0});

    assertThat(matching.personFor(0)).isZero();
    assertThat(matching.personFor(1)).isEqualTo(1);
  }

  @Test
  void leavesSmallestPersonToTheRestThatNeedsIt() {
    Shape shape = new Shape(2, List.of(List.of(List.of(0, 1)), List.of(List.of(0))));

    Matching matching = solve(shape, 1);

    assertThat(matching.personFor(0)).isEqualTo(1);
    assertThat(matching.personFor(1)).isZero();
  }

  @Test
  void choosesSmallestCertificateOfPerson() {
    Shape shape = new Shape(1, List.of(List.of(List.of(), List.of(0), List.of(0))));

    assertThat(solve(shape, 1).certificateFor(0)).isEqualTo(1);
  }

  @Test
  void listsCertifiedPersonsWithoutSpecializationAsUnused() {
    Shape shape =
        new Shape(
            1,
            List.of(
                List.of(),
                List.of(List.of(0)),
                List.of(List.of(0)),
                List.of(List.of()),
                List.of(List.of(0))));

    assertThat(solve(shape, 1).unusedPersons()).containsExactly(2, 4);
  }

  @Test
  void tellsNoCertificateOfUncoveredSpecialization() {
    Matching matching = solve(new Shape(1, List.of()), 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> matching.certificateFor(0))
        .withMessage("Specialization 0 is not covered");
    assertThatIllegalArgumentException().isThrownBy(() -> matching.personFor(0));
  }

  @Test
  void rejectsNegativePerPerson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solve(new Shape(0, List.of()), -1))
        .withMessageContaining("-1");
  }

  @Test
  void rejectsPriorityThatIsNoPermutation() {
    CertificationGraph graph = new Shape(2, List.of()).graph();

    for (int[] priority : new int[][] {{}, {0}, {0, 0}, {0, 2}, {-1, 1}, {0, 1, 1}}) {
      assertThatIllegalArgumentException()
          .as("priority %s", priority)
          .isThrownBy(() -> Matching.solve(graph, 1, priority))
          .withMessage("priority must name each of the 2 specializations once");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Matching.UNLIMITED})
  void givesSameResultAgain(int perPerson) {
    CertificationGraph graph = Shape.random(new Random(7), 30, 20, 3, 0.1).graph();
    int[] priority = Shape.shuffled(new Random(8), 30);

    Matching once = Matching.solve(graph, perPerson, priority);
    Matching again = Matching.solve(graph, perPerson, priority);

    assertThat(certificates(again, 30)).isEqualTo(certificates(once, 30));
    assertThat(again.unusedPersons()).isEqualTo(once.unusedPersons());
    assertThat(again.bottleneck()).isEqualTo(once.bottleneck());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Matching.UNLIMITED})
  void followsChainThroughAllSpecializations(int perPerson) {
    // Certificate i serves specializations i and i + 1. The greedy cover gives each specialization
    // its smaller certificate; the last one to come, 0, has to push all others on.
    int size = 1_000;
    CertificationGraph.Builder graph = CertificationGraph.withSpecializations(size);
    for (int i = 0; i < size; i++) {
      graph.person().certificate().acceptedFor(i);
      if (i + 1 < size) {
        graph.acceptedFor(i + 1);
      }
    }
    int[] priority = Shape.inOrder(size);
    for (int i = 0; i < size; i++) {
      priority[i] = size - 1 - i;
    }

    Matching matching = Matching.solve(graph.build(), perPerson, priority);

    assertThat(certificates(matching, size)).isEqualTo(Shape.inOrder(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Matching.UNLIMITED})
  void coversAllOfLargeDenseGraph(int perPerson) {
    CertificationGraph graph = Shape.random(new Random(9), 200, 500, 4, 0.3).graph();

    Matching matching = Matching.solve(graph, perPerson, Shape.inOrder(200));

    assertThat(matching.specializationsCovered()).isEqualTo(200);
    assertThat(matching.bottleneck()).isEmpty();
  }

  private static Matching solve(Shape shape, int perPerson) {
    return Matching.solve(shape.graph(), perPerson, Shape.inOrder(shape.specializations()));
  }

  static int[] certificates(Matching matching, int specializations) {
    int[] certificates = new int[specializations];
    for (int s = 0; s < specializations; s++) {
      certificates[s] = matching.covers(s) ? matching.certificateFor(s) : -1;
    }
    return certificates;
  }
}
