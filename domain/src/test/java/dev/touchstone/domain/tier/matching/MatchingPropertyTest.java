package dev.touchstone.domain.tier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matching against all assignments of small graphs, tried one by one. */
class MatchingPropertyTest {

  private static final int SEEDS = 2_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void coversLargestSet(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Shape shape = Shape.randomSmall(new Random(seed));

      Matching matching =
          Matching.solve(shape.graph(), perPerson, Shape.inOrder(shape.specializations()));

      assertThat(matching.specializationsCovered())
          .as("seed %d", seed)
          .isEqualTo(Integer.bitCount(covered(matching, shape)))
          .isEqualTo(new AllAssignments(shape, perPerson).largestSize());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void coversHeaviestSetOfEverySize(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Shape shape = Shape.randomSmall(random);
      int[] weights = random.ints(shape.specializations(), 0, 4).toArray();
      int[] priority = byDescendingWeight(weights);

      Matching matching = Matching.solve(shape.graph(), perPerson, priority);

      AllAssignments all = new AllAssignments(shape, perPerson);
      int set = 0;
      for (int specialization : priority) {
        if (matching.covers(specialization)) {
          set |= 1 << specialization;
          assertThat(AllAssignments.weight(set, weights))
              .as("seed %d, the first %d", seed, Integer.bitCount(set))
              .isEqualTo(all.largestWeight(Integer.bitCount(set), weights));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void takesEachSpecializationInTurnThatLeavesTheSetCoverable(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Shape shape = Shape.randomSmall(random);
      int[] priority = Shape.shuffled(random, shape.specializations());

      Matching matching = Matching.solve(shape.graph(), perPerson, priority);

      assertThat(covered(matching, shape))
          .as("seed %d", seed)
          .isEqualTo(new AllAssignments(shape, perPerson).greedySet(priority));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void assignsSmallestPersonsThenCertificates(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Shape shape = Shape.randomSmall(random);
      int[] priority = Shape.shuffled(random, shape.specializations());

      Matching matching = Matching.solve(shape.graph(), perPerson, priority);

      assertThat(MatchingTest.certificates(matching, shape.specializations()))
          .as("seed %d", seed)
          .isEqualTo(new AllAssignments(shape, perPerson).smallest(covered(matching, shape)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void namesSmallestSetOfLargestDeficiencyAsBottleneck(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Shape shape = Shape.randomSmall(random);
      int[] priority = Shape.shuffled(random, shape.specializations());

      Matching matching = Matching.solve(shape.graph(), perPerson, priority);

      AllAssignments all = new AllAssignments(shape, perPerson);
      int set = all.smallestSetOfLargestDeficiency();
      int uncovered = shape.specializations() - matching.specializationsCovered();
      Bottleneck expected =
          new Bottleneck(members(set), personsJoinedTo(set, shape), all.capacity(set));
      assertThat(matching.bottleneck())
          .as("seed %d", seed)
          .isEqualTo(Optional.of(expected).filter(any -> uncovered > 0));
      assertThat(expected.deficiency()).as("seed %d", seed).isEqualTo(uncovered);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void namesSameBottleneckWhateverTheOrder(int perPerson) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int specializations = 5 + random.nextInt(20);
      Shape shape = Shape.random(random, specializations, 5 + random.nextInt(15), 3, 0.08);
      int[] names = Shape.shuffled(random, specializations);
      int[] persons = Shape.shuffled(random, shape.persons().size());

      Matching one =
          Matching.solve(shape.graph(), perPerson, Shape.shuffled(random, specializations));
      Matching other =
          Matching.solve(
              shape.renamed(names, persons).graph(),
              perPerson,
              Shape.shuffled(random, specializations));

      assertThat(other.bottleneck())
          .as("seed %d", seed)
          .isEqualTo(one.bottleneck().map(b -> renamed(b, names, persons)));
    }
  }

  private static Bottleneck renamed(Bottleneck bottleneck, int[] names, int[] persons) {
    return new Bottleneck(
        bottleneck.specializations().stream().map(s -> names[s]).sorted().toList(),
        IntStream.range(0, persons.length)
            .filter(p -> bottleneck.persons().contains(persons[p]))
            .boxed()
            .toList(),
        bottleneck.capacity());
  }

  private static int[] byDescendingWeight(int[] weights) {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer s) -> -weights[s]).thenComparing(s -> s))
        .mapToInt(s -> s)
        .toArray();
  }

  private static int covered(Matching matching, Shape shape) {
    return IntStream.range(0, shape.specializations())
        .filter(matching::covers)
        .map(s -> 1 << s)
        .sum();
  }

  private static List<Integer> members(int set) {
    return IntStream.range(0, 32).filter(s -> (set >> s & 1) == 1).boxed().toList();
  }

  private static List<Integer> personsJoinedTo(int set, Shape shape) {
    return IntStream.range(0, shape.persons().size())
        .filter(
            p ->
                shape.persons().get(p).stream()
                    .flatMap(List::stream)
                    .anyMatch(s -> (set >> s & 1) == 1))
        .boxed()
        .toList();
  }
}
