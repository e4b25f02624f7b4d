package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import java.util.List;

/**
 * Which person's certificate stands for which specialization: the whole largest matching, chosen as
 * domain.md (Certified people: a matching) says.
 *
 * @param seats one for each covered specialization, in order of specialization code
 */
public record Assignment(List<Seat> seats) {

  /** Copies the list. */
  public Assignment {
    seats = List.copyOf(seats);
  }

  /**
   * One specialization and who stands for it.
   *
   * @param specialization the covered specialization
   * @param person who stands for it
   * @param certificate by which certificate
   */
  public record Seat(
      SpecializationCode specialization, PersonId person, CertificateId certificate) {}
}
