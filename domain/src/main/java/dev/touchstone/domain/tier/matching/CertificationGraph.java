package dev.touchstone.domain.tier.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Which certificates are accepted for which specializations, and whose they are.
 *
 * <p>Everything is an index from 0: specializations in order of their code, persons in order of
 * their id, certificates in order of person and then of certificate id. The order of the indices is
 * the order in which {@link Matching} prefers. A person is joined to a specialization when one of
 * the person's certificates is accepted for it. Source: domain.md, Certified people: a matching.
 */
public final class CertificationGraph {

  private final int specializations;
  private final int persons;

  /** Certificates of person p: from {@code firstCertificate[p]} to before that of p + 1. */
  private final int[] firstCertificate;

  private final int[] owner;

  /** Certificates for specialization s: {@code accepted} from {@code firstAccepted[s]} on. */
  private final int[] firstAccepted;

  /** Ascending within a specialization. */
  private final int[] accepted;

  private final BitSet certified;

  private CertificationGraph(Builder from) {
    specializations = from.specializations;
    persons = from.persons;
    owner = Arrays.copyOf(from.owner, from.certificates);
    firstCertificate = new int[persons + 1];
    for (int person : owner) {
      firstCertificate[person + 1]++;
    }
    addUp(firstCertificate);
    firstAccepted = new int[specializations + 1];
    for (int join = 0; join < from.joins; join++) {
      firstAccepted[from.joinedSpecialization[join] + 1]++;
    }
    addUp(firstAccepted);
    accepted = new int[from.joins];
    certified = new BitSet(persons);
    int[] next = Arrays.copyOf(firstAccepted, specializations);
    for (int join = 0; join < from.joins; join++) {
      int certificate = from.joinedCertificate[join];
      accepted[next[from.joinedSpecialization[join]]++] = certificate;
      certified.set(owner[certificate]);
    }
  }

  private static void addUp(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  /** A builder of a graph with that many specializations and as yet no person. */
  public static Builder withSpecializations(int specializations) {
    return new Builder(specializations);
  }

  /** Number of specializations. */
  public int specializations() {
    return specializations;
  }

  /** Number of persons, certified or not. */
  public int persons() {
    return persons;
  }

  /** Number of certificates, accepted anywhere or not. */
  public int certificates() {
    return owner.length;
  }

  /** The person whose certificate it is. */
  public int ownerOf(int certificate) {
    return owner[certificate];
  }

  /** Number of persons joined to at least one specialization. */
  public int peopleCertified() {
    return certified.cardinality();
  }

  /** Whether a person is joined to the specialization. */
  public boolean isAnyoneCertifiedIn(int specialization) {
    return firstAccepted[specialization] < firstAccepted[specialization + 1];
  }

  /** The persons joined to the specialization, ascending. */
  public List<Integer> personsCertifiedIn(int specialization) {
    List<Integer> joined = new ArrayList<>();
    int last = -1;
    for (int i = firstAccepted(specialization); i < endOfAccepted(specialization); i++) {
      // Certificates are in order of their persons.
      int person = owner[accepted[i]];
      if (person != last) {
        joined.add(person);
        last = person;
      }
    }
    return joined;
  }

  /** A copy, for the caller to change. */
  BitSet certifiedPersons() {
    return (BitSet) certified.clone();
  }

  int firstCertificate(int person) {
    return firstCertificate[person];
  }

  int endOfCertificates(int person) {
    return firstCertificate[person + 1];
  }

  int firstAccepted(int specialization) {
    return firstAccepted[specialization];
  }

  int endOfAccepted(int specialization) {
    return firstAccepted[specialization + 1];
  }

  int accepted(int position) {
    return accepted[position];
  }

  /**
   * Takes persons in order, each with certificates in order, each with the specializations that
   * accept it: {@code person().certificate().acceptedFor(0).acceptedFor(2).certificate()…}.
   */
  public static final class Builder {

    private static final int INITIAL_CAPACITY = 8;

    private final int specializations;
    private int persons;
    private int certificates;
    private int[] owner = new int[INITIAL_CAPACITY];
    private int joins;
    private int[] joinedCertificate = new int[INITIAL_CAPACITY];
    private int[] joinedSpecialization = new int[INITIAL_CAPACITY];

    private Builder(int specializations) {
      if (specializations < 0) {
        throw new IllegalArgumentException(
            "A graph cannot have " + specializations + " specializations");
      }
      this.specializations = specializations;
    }

    /** Adds the next person; the certificates that follow are this person's. */
    public Builder person() {
      persons++;
      return this;
    }

    /**
     * Adds the next certificate of the person added last.
     *
     * @throws IllegalStateException if there is no person yet
     */
    public Builder certificate() {
      if (persons == 0) {
        throw new IllegalStateException("A certificate belongs to a person: add the person first");
      }
      owner = withRoom(owner, certificates);
      owner[certificates++] = persons - 1;
      return this;
    }

    /**
     * Says that the certificate added last is accepted for the specialization; saying it twice
     * changes nothing.
     *
     * @throws IllegalStateException if there is no certificate yet
     * @throws IndexOutOfBoundsException if there is no such specialization
     */
    public Builder acceptedFor(int specialization) {
      if (certificates == 0) {
        throw new IllegalStateException(
            "A certificate is accepted for a specialization: add the certificate first");
      }
      Objects.checkIndex(specialization, specializations);
      joinedCertificate = withRoom(joinedCertificate, joins);
      joinedSpecialization = withRoom(joinedSpecialization, joins);
      joinedCertificate[joins] = certificates - 1;
      joinedSpecialization[joins] = specialization;
      joins++;
      return this;
    }

    public CertificationGraph build() {
      return new CertificationGraph(this);
    }

    private static int[] withRoom(int[] array, int used) {
      return used < array.length ? array : Arrays.copyOf(array, 2 * used);
    }
  }
}
