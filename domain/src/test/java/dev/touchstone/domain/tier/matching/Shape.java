package dev.touchstone.domain.tier.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A graph written down: of each person the certificates, of each certificate the specializations
 * that accept it.
 */
record Shape(int specializations, List<List<List<Integer>>> persons) {

  /** One draw: up to that many of each, joined with the given probability. */
  static Shape random(
      Random random, int specializations, int persons, int certificatesPerPerson, double density) {
    List<List<List<Integer>>> drawn = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      List<List<Integer>> certificates = new ArrayList<>();
      for (int c = random.nextInt(certificatesPerPerson + 1); c > 0; c--) {
        certificates.add(
            IntStream.range(0, specializations)
                .filter(s -> random.nextDouble() < density)
                .boxed()
                .toList());
      }
      drawn.add(certificates);
    }
    return new Shape(specializations, drawn);
  }

  /** Small enough to try everything. */
  static Shape randomSmall(Random random) {
    return random(
        random,
        1 + random.nextInt(5),
        1 + random.nextInt(4),
        1 + random.nextInt(3),
        0.15 + 0.5 * random.nextDouble());
  }

  CertificationGraph graph() {
    CertificationGraph.Builder graph = CertificationGraph.withSpecializations(specializations);
    for (List<List<Integer>> certificates : persons) {
      graph.person();
      for (List<Integer> accepting : certificates) {
        graph.certificate();
        accepting.forEach(graph::acceptedFor);
      }
    }
    return graph.build();
  }

  /** The owner of each certificate. */
  List<Integer> owners() {
    List<Integer> owners = new ArrayList<>();
    for (int p = 0; p < persons.size(); p++) {
      for (int c = 0; c < persons.get(p).size(); c++) {
        owners.add(p);
      }
    }
    return owners;
  }

  /** The specializations that accept each certificate. */
  List<List<Integer>> accepting() {
    return persons.stream().flatMap(List::stream).toList();
  }

  /** The same graph with specialization {@code names[s]} for s, and persons in the given order. */
  Shape renamed(int[] names, int[] personOrder) {
    return new Shape(
        specializations,
        IntStream.of(personOrder)
            .mapToObj(
                p ->
                    persons.get(p).stream()
                        .map(accepting -> accepting.stream().map(s -> names[s]).toList())
                        .toList())
            .toList());
  }

  static int[] inOrder(int size) {
    return IntStream.range(0, size).toArray();
  }

  static int[] shuffled(Random random, int size) {
    int[] order = inOrder(size);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
