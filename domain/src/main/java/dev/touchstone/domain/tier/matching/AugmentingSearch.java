package dev.touchstone.domain.tier.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A matching that grows by augmenting paths; the work arrays of one {@link Matching#solve}.
 *
 * <p>A certificate stands for one specialization, a person for {@code perPerson} of them, so a
 * specialization gets a certificate when it is free and its owner has room. Where not, the
 * specialization in the way moves to another certificate first, and so on: that chain is the
 * augmenting path. A search enters a specialization once, which bounds its depth by their number;
 * what a search has seen is marked with its number, so that nothing is cleared between searches.
 */
final class AugmentingSearch {

  static final int NONE = -1;

  private final CertificationGraph graph;
  private final int perPerson;

  /** The certificate that stands for a specialization, or {@link #NONE}. */
  private final int[] certificateFor;

  /** The specialization for which a certificate stands, or {@link #NONE}. */
  private final int[] specializationOf;

  /** The number of specializations for which a person stands. */
  private final int[] load;

  private final int[] specializationSeen;
  private final int[] personSeen;
  private int search;

  /** Specializations below this index keep their certificate. */
  private int movableFrom;

  /**
   * @param perPerson specializations one person may stand for, at least 1
   */
  AugmentingSearch(CertificationGraph graph, int perPerson) {
    this.graph = graph;
    this.perPerson = perPerson;
    certificateFor = new int[graph.specializations()];
    specializationOf = new int[graph.certificates()];
    load = new int[graph.persons()];
    specializationSeen = new int[graph.specializations()];
    personSeen = new int[graph.persons()];
    Arrays.fill(certificateFor, NONE);
    Arrays.fill(specializationOf, NONE);
  }

  /** Covers the specialization and all those covered already, or changes nothing. */
  boolean cover(int specialization) {
    search++;
    return augment(specialization);
  }

  /**
   * Gives a covered specialization, for good, the first certificate that still allows the rest.
   * Those before it must be settled.
   */
  void settle(int specialization) {
    release(specialization);
    movableFrom = specialization;
    cover(specialization);
  }

  boolean isCovered(int specialization) {
    return certificateFor[specialization] != NONE;
  }

  /** The certificates by specialization, {@link #NONE} where it is not covered; ends the search. */
  int[] certificates() {
    return certificateFor;
  }

  /**
   * What the searches from all uncovered specializations reach. They must have failed, and nothing
   * must be settled yet.
   */
  Bottleneck bottleneck() {
    search++;
    int uncovered = 0;
    for (int s = 0; s < certificateFor.length; s++) {
      if (!isCovered(s)) {
        augment(s);
        uncovered++;
      }
    }
    List<Integer> specializations = markedIn(specializationSeen);
    search++;
    for (int s : specializations) {
      for (int i = graph.firstAccepted(s); i < graph.endOfAccepted(s); i++) {
        personSeen[graph.ownerOf(graph.accepted(i))] = search;
      }
    }
    // Every certificate reached is in use or its owner is full, and all for specializations
    // reached, so what is covered of these is all that can be.
    return new Bottleneck(
        specializations, markedIn(personSeen), specializations.size() - uncovered);
  }

  /**
   * Certificates are tried in order, and one is left only when all chains that start there have
   * failed, so the specialization gets the first certificate that it can have at all.
   */
  private boolean augment(int specialization) {
    specializationSeen[specialization] = search;
    for (int i = graph.firstAccepted(specialization);
        i < graph.endOfAccepted(specialization);
        i++) {
      int certificate = graph.accepted(i);
      if (makeRoom(certificate)) {
        release(specialization);
        take(specialization, certificate);
        return true;
      }
    }
    return false;
  }

  private boolean makeRoom(int certificate) {
    if (specializationOf[certificate] != NONE) {
      return move(specializationOf[certificate]);
    }
    int person = graph.ownerOf(certificate);
    if (load[person] < perPerson) {
      return true;
    }
    if (personSeen[person] == search) {
      return false;
    }
    personSeen[person] = search;
    for (int c = graph.firstCertificate(person); c < graph.endOfCertificates(person); c++) {
      if (specializationOf[c] != NONE && move(specializationOf[c])) {
        return true;
      }
    }
    return false;
  }

  private boolean move(int specialization) {
    return specialization >= movableFrom
        && specializationSeen[specialization] != search
        && augment(specialization);
  }

  private void take(int specialization, int certificate) {
    certificateFor[specialization] = certificate;
    specializationOf[certificate] = specialization;
    load[graph.ownerOf(certificate)]++;
  }

  private void release(int specialization) {
    int certificate = certificateFor[specialization];
    if (certificate != NONE) {
      certificateFor[specialization] = NONE;
      specializationOf[certificate] = NONE;
      load[graph.ownerOf(certificate)]--;
    }
  }

  private List<Integer> markedIn(int[] seen) {
    List<Integer> marked = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] == search) {
        marked.add(i);
      }
    }
    return marked;
  }
}
