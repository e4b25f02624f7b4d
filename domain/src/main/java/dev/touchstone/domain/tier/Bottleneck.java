package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import java.util.List;

/**
 * Why a matching cannot cover more: between them these specializations have too few people (Hall's
 * condition; domain.md, Certified people: a matching).
 *
 * @param specializations the specializations, in order of their codes
 * @param people everybody certified on one of them, in order of person ids
 * @param missing how many of the specializations stay uncovered
 */
public record Bottleneck(
    List<SpecializationCode> specializations, List<PersonId> people, int missing) {

  /** Copies the lists. */
  public Bottleneck {
    specializations = List.copyOf(specializations);
    people = List.copyOf(people);
  }
}
