package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.port.in.EndWaiverUseCase;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.standing.Waiver;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Ends a waiver by a new version of it. */
public final class EndWaiverService implements EndWaiverUseCase {

  private final Waivers waivers;
  private final Clock clock;

  /** Ends waivers of these; the clock says when an end becomes known. */
  public EndWaiverService(Waivers waivers, Clock clock) {
    this.waivers = waivers;
    this.clock = clock;
  }

  @Override
  public EndWaiverResult end(EndWaiverCommand command) {
    return waivers.exclusively(
        () -> {
          Instant now = clock.instant();
          Optional<Waiver> found =
              waivers.listKnownAt(now).stream()
                  .filter(waiver -> waiver.id().equals(command.id()))
                  .findFirst();
          if (found.isEmpty()) {
            return new EndWaiverResult.Refused("There is no waiver " + command.id() + ".");
          }
          Waiver waiver = found.get();
          if (!command.on().isBefore(waiver.to()) || command.on().isBefore(waiver.from())) {
            return new EndWaiverResult.Refused(
                "Waiver %s runs from %s up to %s: it can end on its first day or later and must end before %s."
                    .formatted(waiver.id(), waiver.from(), waiver.to(), waiver.to()));
          }
          Waiver ended = waiver.endedOn(command.on(), command.by());
          waivers.record(ended, now);
          return new EndWaiverResult.Ended(ended);
        });
  }
}
