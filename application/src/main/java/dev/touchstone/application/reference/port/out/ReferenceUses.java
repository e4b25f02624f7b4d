package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.ReferenceUse;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import java.util.Optional;

/** Tells customers where their references are used. */
public interface ReferenceUses {

  /** The use in the latest complete night; empty where that night did not decide the partner. */
  Optional<ReferenceUse> find(PartnerId partner, ReferenceId reference);
}
