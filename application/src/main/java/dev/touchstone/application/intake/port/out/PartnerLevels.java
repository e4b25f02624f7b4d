package dev.touchstone.application.intake.port.out;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Map;

/** What the known partners were in the previous program. */
public interface PartnerLevels {

  /** The level of every partner known now. */
  Map<PartnerId, LegacyLevel> listLevels();
}
