package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;

/** Grants waivers (domain.md, Standing 4). */
public interface GrantWaiverUseCase {

  /** Grants one, unless something speaks against it. */
  GrantWaiverResult grant(GrantWaiverCommand command);

  /**
   * What is to be granted.
   *
   * @param target for whom
   * @param criterion which criterion passes
   * @param author who answers for it
   * @param reason why
   * @param from the first day
   * @param to the first day on which it no longer holds
   * @param actor who wishes it
   */
  record GrantWaiverCommand(
      WaiverTarget target,
      TierCriterion criterion,
      String author,
      String reason,
      LocalDate from,
      LocalDate to,
      Actor actor) {

    /**
     * @throws IllegalArgumentException if author or reason are blank, or no day lies between the
     *     days
     */
    public GrantWaiverCommand {
      if (author.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("A waiver needs an author and a reason.");
      }
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "A waiver from %s on must end after that day, not on %s.".formatted(from, to));
      }
    }
  }

  /** How it went. */
  sealed interface GrantWaiverResult {

    /** It was granted. */
    record Granted(Waiver waiver) implements GrantWaiverResult {}

    /**
     * It was not granted.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements GrantWaiverResult {}
  }
}
