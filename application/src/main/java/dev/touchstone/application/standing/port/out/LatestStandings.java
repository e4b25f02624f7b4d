package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.NightStanding;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Optional;

/** Where partners stand now; asked for more often than anything else. */
public interface LatestStandings {

  /** What the latest complete night left of a partner; empty while no night is complete. */
  Optional<NightStanding> find(PartnerId partner);
}
