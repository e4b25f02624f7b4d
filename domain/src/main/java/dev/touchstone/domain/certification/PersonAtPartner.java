package dev.touchstone.domain.certification;

import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.util.List;

/**
 * A person who works or worked for one partner, with all certificates: they belong to the person.
 *
 * @param id the person
 * @param employments the days on which the person works for this partner, in order, not
 *     overlapping; a first employer's starts at {@link LocalDate#MIN} (domain.md, Dates)
 * @param certifications the person's certificates in order of their ids
 */
public record PersonAtPartner(
    PersonId id, List<Validity> employments, List<Certification> certifications) {

  /** Copies the lists. */
  public PersonAtPartner {
    employments = List.copyOf(employments);
    certifications = List.copyOf(certifications);
  }

  /** Whether the person works for the partner on the day. */
  public boolean isEmployedOn(LocalDate day) {
    for (Validity employment : employments) {
      if (employment.holdsOn(day)) {
        return true;
      }
    }
    return false;
  }
}
