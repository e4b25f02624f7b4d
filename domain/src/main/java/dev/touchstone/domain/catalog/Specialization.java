package dev.touchstone.domain.catalog;

import java.util.Map;
import java.util.Set;

/**
 * An entry of the catalog.
 *
 * @param code its code
 * @param kind what it is about
 * @param names its name by language ({@code en}, {@code it})
 * @param accepts the certification codes that a person may bring for it
 */
public record Specialization(
    SpecializationCode code,
    SpecializationKind kind,
    Map<String, String> names,
    Set<CertificationCode> accepts) {

  /** Copies the collections. */
  public Specialization {
    names = Map.copyOf(names);
    accepts = Set.copyOf(accepts);
  }
}
