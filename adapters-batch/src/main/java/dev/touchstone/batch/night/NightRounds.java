package dev.touchstone.batch.night;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.DueNight;
import dev.touchstone.application.night.NightSchedule;
import dev.touchstone.application.night.port.in.RunDueNightUseCase;
import dev.touchstone.application.night.port.in.RunDueNightUseCase.RunDueNightCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a night's time has come, and has it run. Until the night is complete it is looked
 * after at an interval, up to the time of the next: an attempt that failed or died goes on, but for
 * a failure that came again word for word too often. Whatever there is to say is said when it
 * changes, not in every round. Of several missed nights only the latest is run: those before it
 * would find nothing that it does not.
 */
final class NightRounds {

  private static final Logger LOG = LoggerFactory.getLogger(NightRounds.class);

  private static final int FEWEST_ATTEMPTS = 2;

  private final RunDueNightUseCase runDueNight;
  private final NightSchedule schedule;
  private final Duration retryEvery;
  private final int attempts;
  private final Actor actor;
  private final Clock clock;
  private final Instant begun;

  private @Nullable LocalDate night;
  private @Nullable Instant nextLook;
  private boolean settled;
  private @Nullable String said;
  private @Nullable String failure;
  private int failures;

  /**
   * @param retryEvery how long to wait until a night that is not complete is looked after again
   * @param attempts how often a night may fail alike before the failure is taken to last; 2 or more
   * @param actor who runs the nights
   */
  NightRounds(
      RunDueNightUseCase runDueNight,
      NightSchedule schedule,
      Duration retryEvery,
      int attempts,
      Actor actor,
      Clock clock) {
    if (retryEvery.isNegative() || retryEvery.isZero()) {
      throw new IllegalArgumentException(
          "touchstone.night.retry-every is " + retryEvery + "; set it to a time above zero");
    }
    if (attempts < FEWEST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "touchstone.night.attempts is " + attempts + "; set it to 2 or more");
    }
    this.runDueNight = runDueNight;
    this.schedule = schedule;
    this.retryEvery = retryEvery;
    this.attempts = attempts;
    this.actor = actor;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** Does what is due now; most of the time that is nothing. It never throws. */
  void look() {
    try {
      lookAtTheClock();
    } catch (RuntimeException | Error e) {
      // A timer that throws never runs again.
      LOG.error("The schedule of nights failed; it goes on", e);
    }
  }

  private void lookAtTheClock() {
    Instant now = clock.instant();
    LocalDate due = schedule.findDue(now);
    if (!due.equals(night)) {
      night = due;
      nextLook = now;
      settled = false;
      said = null;
      failure = null;
      failures = 0;
    }
    if (!settled && nextLook != null && !now.isBefore(nextLook)) {
      nextLook = now.plus(retryEvery);
      attend(due);
    }
  }

  private void attend(LocalDate date) {
    try {
      boolean missed = schedule.momentOf(date).isBefore(begun);
      tell(
          date,
          runDueNight.runDue(
              new RunDueNightCommand(
                  date, missed, failures + 1 < attempts ? null : failure, actor)));
    } catch (RuntimeException | Error e) {
      LOG.error("The night of {} cannot be started; the next try is in {}", date, retryEvery, e);
    }
  }

  private void tell(LocalDate date, DueNight due) {
    if (due instanceof DueNight.Started started) {
      count(started.after());
      say("The night of " + started.night() + " is run" + afterWhat(started.after()) + ".");
    } else if (due instanceof DueNight.Complete complete) {
      say("The night of " + complete.night() + " is complete.");
    } else if (due instanceof DueNight.Running) {
      say("A night is being run on this database; nothing is done for that of " + date + ".");
    } else if (due instanceof DueNight.Overtaken overtaken) {
      settled = true;
      warn(
          "The night of %s is not run: that of %s has begun, and nights only go forward. Before its date no night runs by itself."
              .formatted(date, overtaken.by()));
    } else if (due instanceof DueNight.NothingMissed) {
      settled = true;
      say("There was no night before, so none was missed; the first one runs at its time.");
    } else if (due instanceof DueNight.Unconfirmed unconfirmed) {
      warn(
          "The night of %s waits for a confirmation: %s"
              .formatted(unconfirmed.night(), unconfirmed.reason()));
    } else if (due instanceof DueNight.NoPolicy noPolicy) {
      warn("The night of %s is not run: %s".formatted(date, noPolicy.reason()));
    } else if (due instanceof DueNight.GivenUp givenUp) {
      complain(
          "The night of %s failed %d times alike, and is not run again by itself. Mend it and restart the night. %s"
              .formatted(givenUp.night(), attempts, givenUp.reason()));
    } else if (due instanceof DueNight.Refused refused) {
      complain("The night of %s does not run: %s".formatted(date, refused.reason()));
    }
  }

  private void count(@Nullable String after) {
    if (after == null) {
      failures = 0;
    } else {
      failures = after.equals(failure) ? failures + 1 : 1;
    }
    failure = after;
  }

  private static String afterWhat(@Nullable String after) {
    return after == null ? "" : ", again after this: " + after;
  }

  private void say(String sentence) {
    if (isNews(sentence)) {
      LOG.info("{}", sentence);
    }
  }

  private void warn(String sentence) {
    if (isNews(sentence)) {
      LOG.warn("{}", sentence);
    }
  }

  private void complain(String sentence) {
    if (isNews(sentence)) {
      LOG.error("{}", sentence);
    }
  }

  private boolean isNews(String sentence) {
    boolean news = !sentence.equals(said);
    said = sentence;
    return news;
  }
}
