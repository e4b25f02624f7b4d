package dev.touchstone.application.night.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.DueNight;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Runs a night whose time has come, in the background, or lets it go on where an attempt has failed
 * or died. Any number of processes may ask: one runs it.
 */
public interface RunDueNightUseCase {

  /** Runs it, unless there is no need or something speaks against it. */
  DueNight runDue(RunDueNightCommand command);

  /**
   * A night whose time has come.
   *
   * @param businessDate its date
   * @param missed whether its time came while nobody was there to run it: then it is run only where
   *     there was a night before it, because a program that has not begun has missed none
   * @param lasting a failure that is known to last; a night that ended with it is left alone. Null
   *     for none
   * @param actor who runs it
   */
  record RunDueNightCommand(
      LocalDate businessDate, boolean missed, @Nullable String lasting, Actor actor) {}
}
