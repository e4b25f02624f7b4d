package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightEntry;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells how far nights are: by the record, and where it does not say, by whether a process holds
 * the night lock, which only the latest night can be run with.
 */
final class NightStates {

  private static final String DIED =
      "The process that ran it ended before the night did; restart it to finish it.";
  private static final String OVERTAKEN =
      "It was begun and never finished, and a later night has taken its place.";

  private final Nights nights;
  private final NightLock lock;

  NightStates(Nights nights, NightLock lock) {
    this.nights = nights;
    this.lock = lock;
  }

  Optional<NightOverview> find(NightId night) {
    return read(() -> nights.find(night).stream().toList()).stream().findFirst();
  }

  /**
   * The nights that are read, in their order. Where none is under way any more, what was read
   * before may be out of date: an attempt notes how it ended before it lets go of the lock.
   */
  List<NightOverview> read(Supplier<List<NightEntry>> reading) {
    List<NightEntry> entries = reading.get();
    if (entries.stream().noneMatch(NightEntry::isOpen)) {
      return entries.stream().map(entry -> overviewOf(entry, false)).toList();
    }
    if (!lock.isHeld()) {
      return reading.get().stream().map(entry -> overviewOf(entry, false)).toList();
    }
    Optional<NightId> latest = nights.findLatest().map(Night::id);
    return entries.stream()
        .map(entry -> overviewOf(entry, latest.filter(entry.night().id()::equals).isPresent()))
        .toList();
  }

  private NightOverview overviewOf(NightEntry entry, boolean running) {
    Night night = entry.night();
    NightOutcome outcome = entry.lastOutcome();
    if (night.isComplete()) {
      return overview(entry, NightState.COMPLETE);
    }
    if (outcome != null) {
      return new NightOverview(
          night, entry.startedAt(), stateAfter(outcome.kind()), outcome.step(), outcome.reason());
    }
    return running
        ? overview(entry, NightState.RUNNING)
        : new NightOverview(
            night,
            entry.startedAt(),
            NightState.UNFINISHED,
            null,
            isLatest(night.id()) ? DIED : OVERTAKEN);
  }

  private static NightOverview overview(NightEntry entry, NightState state) {
    return new NightOverview(entry.night(), entry.startedAt(), state, null, null);
  }

  private static NightState stateAfter(NightOutcome.Kind kind) {
    return switch (kind) {
      case STOPPED_FOR_CONFIRMATION -> NightState.STOPPED_FOR_CONFIRMATION;
      case FAILED -> NightState.FAILED;
      case STOPPED -> NightState.UNFINISHED;
    };
  }

  private boolean isLatest(NightId night) {
    return nights.findLatest().map(Night::id).filter(night::equals).isPresent();
  }
}
