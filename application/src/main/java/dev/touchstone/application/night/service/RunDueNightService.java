package dev.touchstone.application.night.service;

import dev.touchstone.application.night.DueNight;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.RunDueNightUseCase;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs due nights by the record of nights: what it says decides, whoever wrote it. */
public final class RunDueNightService implements RunDueNightUseCase {

  private final FindNightUseCase findNight;
  private final Nights nights;
  private final NightRunner runner;

  /** Finds nights by these, and has them run. */
  public RunDueNightService(FindNightUseCase findNight, Nights nights, NightRunner runner) {
    this.findNight = findNight;
    this.nights = nights;
    this.runner = runner;
  }

  @Override
  public DueNight runDue(RunDueNightCommand command) {
    LocalDate date = command.businessDate();
    Optional<NightId> latest = nights.findLatest().map(Night::id);
    if (latest.isEmpty()) {
      return command.missed() ? new DueNight.NothingMissed() : launch(command, null);
    }
    if (latest.get().businessDate().isAfter(date)) {
      return new DueNight.Overtaken(latest.get());
    }
    return findNight
        .findNight(latest.get())
        .filter(night -> night.night().id().businessDate().equals(date))
        .map(night -> goOn(command, night))
        .orElseGet(() -> launch(command, null));
  }

  private DueNight goOn(RunDueNightCommand command, NightOverview overview) {
    NightId id = overview.night().id();
    String reason = String.valueOf(overview.reason());
    return switch (overview.state()) {
      case COMPLETE -> new DueNight.Complete(id);
      case RUNNING -> new DueNight.Running();
      case STOPPED_FOR_CONFIRMATION -> new DueNight.Unconfirmed(id, reason);
      case UNFINISHED -> launch(command, reason);
      case FAILED -> {
        String failure = "Step " + overview.failedStep() + " failed: " + reason;
        yield failure.equals(command.lasting())
            ? new DueNight.GivenUp(id, failure)
            : launch(command, failure);
      }
    };
  }

  private DueNight launch(RunDueNightCommand command, @Nullable String after) {
    NightLaunch launch =
        runner.launch(new NightOrder(command.businessDate(), false, false, false, command.actor()));
    if (launch instanceof NightLaunch.Launched launched) {
      return new DueNight.Started(launched.night(), after);
    }
    if (launch instanceof NightLaunch.AlreadyComplete complete) {
      return new DueNight.Complete(complete.night());
    }
    if (launch instanceof NightLaunch.Busy) {
      return new DueNight.Running();
    }
    return launch instanceof NightLaunch.NoPolicy noPolicy
        ? new DueNight.NoPolicy(noPolicy.reason())
        : new DueNight.Refused(((NightLaunch.NotLaunched) launch).reason());
  }
}
