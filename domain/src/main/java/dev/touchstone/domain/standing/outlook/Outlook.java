package dev.touchstone.domain.standing.outlook;

import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would cost a partner the tier that it earns on a date.
 *
 * @param criticalPeople the persons whose loss alone would lower it, in order of their ids
 * @param criticalCertificates the certificates whose loss alone would, in order of their ids
 * @param fall the first fall if nothing new comes; null where it never falls
 */
public record Outlook(
    List<PersonId> criticalPeople, List<CertificateId> criticalCertificates, @Nullable Fall fall) {

  /** Copies the lists. */
  public Outlook {
    criticalPeople = List.copyOf(criticalPeople);
    criticalCertificates = List.copyOf(criticalCertificates);
  }
}
