package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.FinishNightUseCase;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/** Finishes the latest night; an earlier one has been overtaken. */
public final class FinishNightService implements FinishNightUseCase {

  private final FindNightUseCase findNight;
  private final Nights nights;
  private final NightRunner runner;

  /** Finds nights by these, and has them run. */
  public FinishNightService(FindNightUseCase findNight, Nights nights, NightRunner runner) {
    this.findNight = findNight;
    this.nights = nights;
    this.runner = runner;
  }

  @Override
  public FinishNightResult finish(FinishNightCommand command) {
    NightId id = command.night();
    Optional<NightOverview> found = findNight.findNight(id);
    if (found.isEmpty()) {
      return new FinishNightResult.Unknown();
    }
    Optional<String> objection = findObjection(found.get(), command.confirm());
    if (objection.isPresent()) {
      return new FinishNightResult.Refused(objection.get());
    }
    NightLaunch launch =
        runner.launch(
            new NightOrder(id.businessDate(), false, command.confirm(), false, command.actor()));
    if (launch instanceof NightLaunch.Launched) {
      return new FinishNightResult.Started();
    }
    if (launch instanceof NightLaunch.AlreadyComplete) {
      return new FinishNightResult.Refused(complete(id));
    }
    return new FinishNightResult.Refused(((NightLaunch.NotLaunched) launch).reason());
  }

  private Optional<String> findObjection(NightOverview overview, boolean confirm) {
    NightId id = overview.night().id();
    if (overview.state() == NightState.COMPLETE) {
      return Optional.of(complete(id));
    }
    if (overview.state() == NightState.RUNNING) {
      return Optional.of("The night of " + id + " is running; wait for it to end.");
    }
    Optional<NightId> latest = nights.findLatest().map(Night::id);
    if (latest.filter(id::equals).isEmpty()) {
      return Optional.of(
          "The night of %s has been overtaken by that of %s, and nights only go forward."
              .formatted(id, latest.map(NightId::toString).orElse("another date")));
    }
    return confirm && overview.state() != NightState.STOPPED_FOR_CONFIRMATION
        ? Optional.of("The night of " + id + " does not wait for a confirmation; restart it.")
        : Optional.empty();
  }

  private static String complete(NightId id) {
    return "The night of " + id + " is complete; there is nothing to finish.";
  }
}
