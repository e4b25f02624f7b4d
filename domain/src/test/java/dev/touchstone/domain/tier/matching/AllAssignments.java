package dev.touchstone.domain.tier.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every valid assignment of a small graph, tried one by one; sets of specializations are masks. */
final class AllAssignments {

  private final List<Integer> owners;
  private final List<List<Integer>> accepting;
  private final int specializations;
  private final int perPerson;
  private final Map<Integer, int[]> smallestByCoveredSet = new HashMap<>();

  /**
   * @param perPerson 0 for no limit
   */
  AllAssignments(Shape shape, int perPerson) {
    owners = shape.owners();
    accepting = shape.accepting();
    specializations = shape.specializations();
    this.perPerson = perPerson == 0 ? owners.size() : perPerson;
    int[] assignment = new int[specializations];
    Arrays.fill(assignment, -1);
    tryAll(0, assignment);
  }

  private void tryAll(int specialization, int[] assignment) {
    if (specialization == specializations) {
      smallestByCoveredSet.merge(
          covered(assignment),
          assignment.clone(),
          (one, other) -> Arrays.compare(one, other) <= 0 ? one : other);
      return;
    }
    tryAll(specialization + 1, assignment);
    for (int c = 0; c < owners.size(); c++) {
      if (accepting.get(c).contains(specialization) && isFree(c, assignment)) {
        assignment[specialization] = c;
        tryAll(specialization + 1, assignment);
        assignment[specialization] = -1;
      }
    }
  }

  private boolean isFree(int certificate, int[] assignment) {
    int load = 0;
    for (int used : assignment) {
      if (used == certificate) {
        return false;
      }
      if (used >= 0 && owners.get(used).equals(owners.get(certificate))) {
        load++;
      }
    }
    return load < perPerson;
  }

  private static int covered(int[] assignment) {
    return IntStream.range(0, assignment.length)
        .filter(s -> assignment[s] >= 0)
        .map(s -> 1 << s)
        .sum();
  }

  int largestSize() {
    return smallestByCoveredSet.keySet().stream().mapToInt(Integer::bitCount).max().orElseThrow();
  }

  boolean canCover(int set) {
    return smallestByCoveredSet.containsKey(set);
  }

  /** The largest total weight of the sets of that size that can be covered. */
  int largestWeight(int size, int[] weights) {
    return smallestByCoveredSet.keySet().stream()
        .filter(set -> Integer.bitCount(set) == size)
        .mapToInt(set -> weight(set, weights))
        .max()
        .orElseThrow();
  }

  static int weight(int set, int[] weights) {
    return IntStream.range(0, weights.length)
        .filter(s -> (set >> s & 1) == 1)
        .map(s -> weights[s])
        .sum();
  }

  /** The set that results when each specialization is taken that leaves the set coverable. */
  int greedySet(int[] priority) {
    int set = 0;
    for (int specialization : priority) {
      if (canCover(set | 1 << specialization)) {
        set |= 1 << specialization;
      }
    }
    return set;
  }

  /**
   * The first assignment of that set, compared specialization by specialization; certificate
   * indices are in order of person, then certificate.
   */
  int[] smallest(int set) {
    return smallestByCoveredSet.get(set);
  }

  /**
   * The intersection of all sets of specializations that exceed what their persons can stand for by
   * the most.
   */
  int smallestSetOfLargestDeficiency() {
    int largest = 0;
    int intersection = 0;
    for (int set = 0; set < 1 << specializations; set++) {
      int deficiency = Integer.bitCount(set) - capacity(set);
      if (deficiency > largest) {
        largest = deficiency;
        intersection = set;
      } else if (deficiency == largest) {
        intersection &= set;
      }
    }
    return intersection;
  }

  /** What the persons joined to the set can stand for: of each at most perPerson certificates. */
  int capacity(int set) {
    Map<Integer, Integer> certificates = new HashMap<>();
    for (int c = 0; c < owners.size(); c++) {
      if (accepting.get(c).stream().anyMatch(s -> (set >> s & 1) == 1)) {
        certificates.merge(owners.get(c), 1, Integer::sum);
      }
    }
    return certificates.values().stream().mapToInt(n -> Math.min(n, perPerson)).sum();
  }
}
