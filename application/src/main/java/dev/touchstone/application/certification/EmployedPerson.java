package dev.touchstone.application.certification;

import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who works for a partner, as the latest word on one of the person's certificates names
 * it.
 *
 * @param id the person
 * @param name the person's name; null where no certificate is the person's any more
 * @param email the person's e-mail address, if it is known
 * @param certifications the person's certificates in order of their ids
 */
public record EmployedPerson(
    PersonId id,
    @Nullable String name,
    @Nullable String email,
    List<Certification> certifications) {

  /** Copies the list. */
  public EmployedPerson {
    certifications = List.copyOf(certifications);
  }
}
