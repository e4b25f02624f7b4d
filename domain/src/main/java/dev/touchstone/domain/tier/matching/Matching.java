package dev.touchstone.domain.tier.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The largest set of specializations that the persons can stand for, and who stands for which.
 *
 * <p>It is determined in full by the graph, the limit per person and the priority. Specializations
 * are taken in order of priority, each one if an augmenting path exists that keeps those taken
 * before; the sets that can be covered are the independent sets of a matroid, so the outcome is a
 * largest set and, for descending weights, the heaviest one. Then, in order of specialization, each
 * gets the smallest person, and of that person the smallest certificate, that still allows the
 * rest. Source: domain.md, Certified people: a matching.
 */
public final class Matching {

  /** A value of {@code perPerson} that sets no limit. */
  public static final int UNLIMITED = 0;

  private final CertificationGraph graph;
  private final int[] certificateFor;
  private final int specializationsCovered;
  private final @Nullable Bottleneck bottleneck;

  private Matching(
      CertificationGraph graph,
      int[] certificateFor,
      int specializationsCovered,
      @Nullable Bottleneck bottleneck) {
    this.graph = graph;
    this.certificateFor = certificateFor;
    this.specializationsCovered = specializationsCovered;
    this.bottleneck = bottleneck;
  }

  /**
   * Solves the graph.
   *
   * @param perPerson the number of specializations one person may stand for, each by another
   *     certificate; {@link #UNLIMITED} for no limit but the certificates
   * @param priority all specializations, in the order in which they are to be covered
   * @throws IllegalArgumentException if {@code perPerson} is negative, or {@code priority} does not
   *     name each specialization once
   */
  public static Matching solve(CertificationGraph graph, int perPerson, int[] priority) {
    AugmentingSearch search = searchOf(graph, perPerson);
    requirePermutation(priority, graph.specializations());
    int covered = 0;
    for (int specialization : priority) {
      covered += search.cover(specialization) ? 1 : 0;
    }
    Bottleneck bottleneck = covered < priority.length ? search.bottleneck() : null;
    for (int s = 0; s < priority.length; s++) {
      if (search.isCovered(s)) {
        search.settle(s);
      }
    }
    return new Matching(graph, search.certificates(), covered, bottleneck);
  }

  /**
   * How many specializations {@link #solve} covers, whatever the priority.
   *
   * @param perPerson as there
   * @throws IllegalArgumentException if {@code perPerson} is negative
   */
  public static int countCovered(CertificationGraph graph, int perPerson) {
    AugmentingSearch search = searchOf(graph, perPerson);
    int covered = 0;
    for (int specialization = 0; specialization < graph.specializations(); specialization++) {
      covered += search.cover(specialization) ? 1 : 0;
    }
    return covered;
  }

  private static AugmentingSearch searchOf(CertificationGraph graph, int perPerson) {
    if (perPerson < 0) {
      throw new IllegalArgumentException(
          "perPerson must be 0 (no limit) or more, but is " + perPerson);
    }
    return new AugmentingSearch(graph, perPerson == UNLIMITED ? Integer.MAX_VALUE : perPerson);
  }

  private static void requirePermutation(int[] priority, int specializations) {
    BitSet named = new BitSet(specializations);
    for (int specialization : priority) {
      if (specialization >= 0 && specialization < specializations) {
        named.set(specialization);
      }
    }
    if (priority.length != specializations || named.cardinality() != specializations) {
      throw new IllegalArgumentException(
          "priority must name each of the %d specializations once".formatted(specializations));
    }
  }

  /** Number of specializations covered. */
  public int specializationsCovered() {
    return specializationsCovered;
  }

  /** Whether a person stands for the specialization. */
  public boolean covers(int specialization) {
    return certificateFor[specialization] != AugmentingSearch.NONE;
  }

  /**
   * The certificate that stands for a covered specialization.
   *
   * @throws IllegalArgumentException if the specialization is not covered
   */
  public int certificateFor(int specialization) {
    if (!covers(specialization)) {
      throw new IllegalArgumentException("Specialization " + specialization + " is not covered");
    }
    return certificateFor[specialization];
  }

  /**
   * The person who stands for a covered specialization.
   *
   * @throws IllegalArgumentException if the specialization is not covered
   */
  public int personFor(int specialization) {
    return graph.ownerOf(certificateFor(specialization));
  }

  /** The persons who are certified but stand for no specialization, ascending. */
  public List<Integer> unusedPersons() {
    BitSet unused = graph.certifiedPersons();
    for (int certificate : certificateFor) {
      if (certificate != AugmentingSearch.NONE) {
        unused.clear(graph.ownerOf(certificate));
      }
    }
    List<Integer> persons = new ArrayList<>(unused.cardinality());
    for (int p = unused.nextSetBit(0); p >= 0; p = unused.nextSetBit(p + 1)) {
      persons.add(p);
    }
    return persons;
  }

  /** Why no more specializations are covered; empty when all are. */
  public Optional<Bottleneck> bottleneck() {
    return Optional.ofNullable(bottleneck);
  }
}
