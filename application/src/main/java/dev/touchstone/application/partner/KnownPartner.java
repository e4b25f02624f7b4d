package dev.touchstone.application.partner;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerStatus;
import java.util.Optional;

/**
 * A partner as it is known now.
 *
 * @param partner its profile
 * @param status its status on the day that was asked for
 * @param hidden whether it hides from the directory (formats.md, Feed)
 * @param version rises with every change of any of these
 */
public record KnownPartner(Partner partner, PartnerStatus status, boolean hidden, long version) {

  /**
   * Why somebody may not change what is the partner's: one that is suspended or has left reads
   * only. The program may all the same.
   */
  public Optional<String> findBar(Actor actor) {
    if (status == PartnerStatus.ACTIVE || actor.role().equals(Role.PROGRAM.name())) {
      return Optional.empty();
    }
    String is = status == PartnerStatus.LEFT ? "has left the program" : "is suspended";
    return Optional.of(
        "Partner %s %s and can read but not change; ask the program.".formatted(partner.id(), is));
  }
}
