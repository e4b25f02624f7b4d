package dev.touchstone.application.night.service;

import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.port.in.StartNightUseCase;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.LocalDate;

/** Starts nights; one that lies ahead would leave no night before it, and is refused. */
public final class StartNightService implements StartNightUseCase {

  private final NightRunner runner;
  private final Clock clock;

  /** Has nights run by this; the clock says what today is. */
  public StartNightService(NightRunner runner, Clock clock) {
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public StartNightResult start(StartNightCommand command) {
    LocalDate today = ProgramDays.today(clock);
    LocalDate date = command.businessDate() == null ? today : command.businessDate();
    if (date.isAfter(today)) {
      return new StartNightResult.Refused(
          "%s lies ahead, and nights only go forward: after its night none could be run up to then. Give a day up to today, %s."
              .formatted(date, today));
    }
    NightLaunch launch =
        runner.launch(
            new NightOrder(date, command.again(), false, command.full(), command.actor()));
    if (launch instanceof NightLaunch.Launched launched) {
      return new StartNightResult.Started(launched.night());
    }
    if (launch instanceof NightLaunch.AlreadyComplete complete) {
      return new StartNightResult.Refused(
          "The night of %s is complete. Ask for it again to run it once more, for files that came late."
              .formatted(complete.night()));
    }
    return new StartNightResult.Refused(((NightLaunch.NotLaunched) launch).reason());
  }
}
