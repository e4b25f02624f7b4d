package dev.touchstone.application.certification.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;

/** Lets a partner take back that a person has left. */
public interface TakeBackDepartureUseCase {

  /**
   * The person works for the partner again from today; taken back on the day of the report, it is
   * as if it had never been made.
   */
  TakeBackDepartureResult takeBack(TakeBackDepartureCommand command);

  /**
   * What to take back.
   *
   * @param partner who reported it
   * @param person who has not left after all
   * @param version the version of the departure
   * @param actor who takes it back
   */
  record TakeBackDepartureCommand(PartnerId partner, PersonId person, long version, Actor actor) {}

  /** What came of it. */
  sealed interface TakeBackDepartureResult {

    /** The person works for the partner again. */
    record TakenBack() implements TakeBackDepartureResult {}

    /** No departure of such a person is in force. */
    record NotFound(String reason) implements TakeBackDepartureResult {}

    /** Somebody else has changed it since. */
    record Stale() implements TakeBackDepartureResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements TakeBackDepartureResult {}
  }
}
