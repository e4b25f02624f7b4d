package dev.touchstone.application.partner.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.Profile;

/** Changes what a partner says of itself. */
public interface ChangeProfileUseCase {

  /** Changes a profile; with equal content nothing is recorded. */
  ChangePartnerResult change(ChangeProfileCommand command);

  /**
   * The change.
   *
   * @param partner whose profile
   * @param profile the whole new profile
   * @param hidden whether the partner hides from the directory
   * @param version the version it is made to
   * @param actor who makes it
   */
  record ChangeProfileCommand(
      PartnerId partner, Profile profile, boolean hidden, long version, Actor actor) {}
}
