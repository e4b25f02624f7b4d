package dev.touchstone.application.reference;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.PartnerAddresses;
import java.util.Set;

/**
 * A partner that asks for references, on one day.
 *
 * @param id its id
 * @param name its name
 * @param takesPart whether it is registered and active
 * @param requested the specializations in which it requests certification
 * @param addresses by what it is reached itself
 */
public record RequestingPartner(
    PartnerId id,
    String name,
    boolean takesPart,
    Set<SpecializationCode> requested,
    PartnerAddresses addresses) {

  /** Copies the set. */
  public RequestingPartner {
    requested = Set.copyOf(requested);
  }
}
