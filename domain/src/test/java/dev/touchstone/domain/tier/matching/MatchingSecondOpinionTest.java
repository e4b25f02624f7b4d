package dev.touchstone.domain.tier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of the matching against JGraphT's algorithms, on graphs too large to try everything. */
class MatchingSecondOpinionTest {

  @Test
  void coversAsManyAsHopcroftKarp() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      int specializations = 1 + random.nextInt(30);
      double expectedJoins = 0.3 + 3 * random.nextDouble();
      Shape shape =
          Shape.random(
              random,
              specializations,
              1 + random.nextInt(40),
              1 + random.nextInt(4),
              Math.min(1, expectedJoins / specializations));

      Matching matching = Matching.solve(shape.graph(), 1, Shape.shuffled(random, specializations));

      assertThat(matching.specializationsCovered())
          .as("seed %d", seed)
          .isEqualTo(hopcroftKarp(shape));
      assertIsValid(matching, shape, 1, seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 5})
  void coversAsManyAsMaximumFlow(int perPerson) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int specializations = 5 + random.nextInt(40);
      double expectedJoins = 0.5 + 2 * random.nextDouble();
      Shape shape =
          Shape.random(
              random,
              specializations,
              1 + random.nextInt(15),
              1 + random.nextInt(8),
              expectedJoins / specializations);

      Matching matching =
          Matching.solve(shape.graph(), perPerson, Shape.shuffled(random, specializations));

      assertThat(matching.specializationsCovered())
          .as("seed %d", seed)
          .isEqualTo(maximumFlow(shape, perPerson));
      assertIsValid(matching, shape, perPerson, seed);
    }
  }

  private static void assertIsValid(Matching matching, Shape shape, int perPerson, int seed) {
    List<List<Integer>> accepting = shape.accepting();
    Set<Integer> certificates = new HashSet<>();
    int[] load = new int[shape.persons().size()];
    for (int s = 0; s < shape.specializations(); s++) {
      if (matching.covers(s)) {
        int certificate = matching.certificateFor(s);
        assertThat(accepting.get(certificate)).as("seed %d", seed).contains(s);
        assertThat(certificates.add(certificate)).as("seed %d, used once", seed).isTrue();
        assertThat(matching.personFor(s)).isEqualTo(shape.owners().get(certificate));
        load[matching.personFor(s)]++;
      }
    }
    if (perPerson > 0) {
      for (int specializations : load) {
        assertThat(specializations).as("seed %d", seed).isLessThanOrEqualTo(perPerson);
      }
    }
  }

  private static int hopcroftKarp(Shape shape) {
    Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    Set<String> specializations = new HashSet<>();
    Set<String> persons = new HashSet<>();
    for (int s = 0; s < shape.specializations(); s++) {
      specializations.add("s" + s);
      graph.addVertex("s" + s);
    }
    for (int p = 0; p < shape.persons().size(); p++) {
      String person = "p" + p;
      persons.add(person);
      graph.addVertex(person);
      shape.persons().get(p).stream()
          .flatMap(List::stream)
          .forEach(s -> graph.addEdge("s" + s, person));
    }
    return new HopcroftKarpMaximumCardinalityBipartiteMatching<>(graph, specializations, persons)
        .getMatching()
        .getEdges()
        .size();
  }

  private static int maximumFlow(Shape shape, int perPerson) {
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    graph.addVertex("source");
    graph.addVertex("sink");
    for (int s = 0; s < shape.specializations(); s++) {
      join(graph, "source", "s" + s, 1);
    }
    List<Integer> owners = shape.owners();
    for (int p = 0; p < shape.persons().size(); p++) {
      join(graph, "p" + p, "sink", perPerson == 0 ? owners.size() : perPerson);
    }
    for (int c = 0; c < owners.size(); c++) {
      // One unit leaves a certificate, so it stands for one specialization.
      join(graph, "c" + c, "p" + owners.get(c), 1);
      for (int s : shape.accepting().get(c)) {
        join(graph, "s" + s, "c" + c, 1);
      }
    }
    return (int) Math.round(new PushRelabelMFImpl<>(graph).calculateMaximumFlow("source", "sink"));
  }

  private static void join(
      Graph<String, DefaultWeightedEdge> graph, String from, String to, int capacity) {
    graph.addVertex(from);
    graph.addVertex(to);
    graph.setEdgeWeight(graph.addEdge(from, to), capacity);
  }
}
