package dev.touchstone.application.partner.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;

/** Lets the program say whether a partner takes part. */
public interface ChangeStatusUseCase {

  /**
   * Has a status hold from today; the one that holds already is not recorded again, but for a
   * suspension that only files have made so far: it becomes one by hand, which they do not lift.
   */
  ChangePartnerResult change(ChangeStatusCommand command);

  /**
   * The change.
   *
   * @param partner whose status
   * @param status the status
   * @param version the version it is made to
   * @param actor who makes it
   */
  record ChangeStatusCommand(PartnerId partner, PartnerStatus status, long version, Actor actor) {}
}
