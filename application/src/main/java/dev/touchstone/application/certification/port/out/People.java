package dev.touchstone.application.certification.port.out;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.certification.EmployedPerson;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people as they are known now, whom they work for and what they are certified in. */
public interface People {

  /**
   * Who works for a partner on a day, in byte order of the persons' ids.
   *
   * @param after the id before the first; null to begin with the first
   * @param limit how many at most
   */
  List<EmployedPerson> listEmployed(
      PartnerId partner, LocalDate day, @Nullable PersonId after, int limit);

  /** For whom a person works on a day, or whom the person has left. */
  Optional<Employment> findEmployment(PersonId person, LocalDate day);

  /**
   * Has a person work for a partner, or not any more, from the day of the change; within the
   * caller's transaction, by the only writer of evidence.
   */
  void changeEmployment(PersonId person, PartnerId partner, boolean hasLeft, Recording recording);
}
