package dev.touchstone.domain.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The specializations of the program (domain.md, Words), in order of their codes. */
public final class Catalog {

  private final String name;
  private final int version;
  private final Map<SpecializationCode, Specialization> byCode;
  private final Map<CertificationCode, List<SpecializationCode>> acceptedBy;

  /**
   * @throws IllegalArgumentException if two specializations have one code
   */
  public Catalog(String name, int version, List<Specialization> specializations) {
    this.name = name;
    this.version = version;
    this.byCode = new TreeMap<>();
    for (Specialization specialization : specializations) {
      if (byCode.put(specialization.code(), specialization) != null) {
        throw new IllegalArgumentException(
            "Specialization " + specialization.code() + " is in the catalog twice");
      }
    }
    this.acceptedBy = new HashMap<>();
    for (Specialization specialization : byCode.values()) {
      for (CertificationCode code : specialization.accepts()) {
        acceptedBy.computeIfAbsent(code, c -> new ArrayList<>()).add(specialization.code());
      }
    }
    acceptedBy.replaceAll(
        (code, codes) -> codes.stream().sorted(Comparator.naturalOrder()).toList());
  }

  /** The catalog's name. */
  public String name() {
    return name;
  }

  /** The catalog's version. */
  public int version() {
    return version;
  }

  /** All specializations in order of their codes. */
  public List<Specialization> listSpecializations() {
    return List.copyOf(byCode.values());
  }

  /** The specialization of a code. */
  public Optional<Specialization> findSpecialization(SpecializationCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether some specialization accepts the certification code. */
  public boolean knows(CertificationCode code) {
    return acceptedBy.containsKey(code);
  }

  /** The specializations that accept the certification code, in order of their codes. */
  public List<SpecializationCode> listAccepting(CertificationCode code) {
    return acceptedBy.getOrDefault(code, List.of());
  }
}
