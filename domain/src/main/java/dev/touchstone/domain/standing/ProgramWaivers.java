package dev.touchstone.domain.standing;

import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All waivers of the program, those for one partner by partner: a night asks for each of very many
 * partners.
 */
final class ProgramWaivers {

  private final Map<PartnerId, List<Waiver>> ofPartner = new HashMap<>();
  private final List<Waiver> ofCohorts = new ArrayList<>();

  ProgramWaivers(List<Waiver> all) {
    for (Waiver waiver : all) {
      if (waiver.target() instanceof WaiverTarget.OnePartner one) {
        ofPartner.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(waiver);
      } else {
        ofCohorts.add(waiver);
      }
    }
  }

  /** The partner's own and those of its cohorts. */
  GrantedWaivers of(Partner partner) {
    List<Waiver> granted = new ArrayList<>(ofPartner.getOrDefault(partner.id(), List.of()));
    for (Waiver waiver : ofCohorts) {
      if (waiver.target().includes(partner)) {
        granted.add(waiver);
      }
    }
    return new GrantedWaivers(granted);
  }
}
