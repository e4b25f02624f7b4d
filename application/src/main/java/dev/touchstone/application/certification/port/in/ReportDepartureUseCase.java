package dev.touchstone.application.certification.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets a partner say that a person works for it no longer. */
public interface ReportDepartureUseCase {

  /** The person works for nobody from today, until a file names another partner. */
  ReportDepartureResult report(ReportDepartureCommand command);

  /**
   * The report.
   *
   * @param partner whom the person has left
   * @param person who has left
   * @param leftOn the first day on which the person no longer works there: today, or null
   * @param actor who reports it
   */
  record ReportDepartureCommand(
      PartnerId partner, PersonId person, @Nullable LocalDate leftOn, Actor actor) {}

  /** What came of it. */
  sealed interface ReportDepartureResult {

    /** The person has left. */
    record Reported(Employment departure) implements ReportDepartureResult {}

    /** No such person works for the partner. */
    record NotFound(String reason) implements ReportDepartureResult {}

    /** It was reported before. */
    record ReportedBefore(String reason) implements ReportDepartureResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements ReportDepartureResult {}
  }
}
