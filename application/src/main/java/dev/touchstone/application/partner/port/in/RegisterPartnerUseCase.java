package dev.touchstone.application.partner.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.Profile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes an organization into the program, active from the start. */
public interface RegisterPartnerUseCase {

  /** Registers a partner. */
  RegisterPartnerResult register(RegisterPartnerCommand command);

  /**
   * Whom to register.
   *
   * @param partner its id; null for the next of the program's own series
   * @param profile what it says of itself
   * @param registeredOn the day it signed up; null for today
   * @param actor who registers it
   */
  record RegisterPartnerCommand(
      @Nullable PartnerId partner,
      Profile profile,
      @Nullable LocalDate registeredOn,
      Actor actor) {}

  /** What came of it. */
  sealed interface RegisterPartnerResult {

    /** The partner is registered. */
    record Registered(KnownPartner partner) implements RegisterPartnerResult {}

    /** Another partner has the id. */
    record Taken(String reason) implements RegisterPartnerResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements RegisterPartnerResult {}
  }
}
