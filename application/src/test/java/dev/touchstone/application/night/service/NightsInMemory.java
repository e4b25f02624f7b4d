package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightEntry;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The record of nights, in memory. */
public final class NightsInMemory implements Nights {

  /** What the clock of evidence says. */
  static final Instant MOMENT = Instant.parse("2010-11-16T01:00:02Z");

  private final List<Night> nights = new ArrayList<>();
  private final Map<NightId, Instant> starts = new HashMap<>();
  private final Map<NightId, NightOutcome> outcomes = new HashMap<>();
  private final Set<NightId> full = new HashSet<>();

  @Override
  public Night getNight(NightId id) {
    return nights.stream().filter(night -> night.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public Optional<Night> findLatest() {
    return nights.stream().reduce((earlier, later) -> later);
  }

  @Override
  public Optional<Night> findLatestComplete() {
    return nights.stream().filter(Night::isComplete).reduce((earlier, later) -> later);
  }

  @Override
  public Optional<Night> findLatestOn(LocalDate date) {
    return nights.stream()
        .filter(night -> night.id().businessDate().equals(date))
        .reduce((earlier, later) -> later);
  }

  @Override
  public Optional<Night> findLatestCompleteOn(LocalDate date) {
    return nights.stream()
        .filter(night -> night.isComplete() && night.id().businessDate().equals(date))
        .reduce((earlier, later) -> later);
  }

  @Override
  public List<NightEntry> list(@Nullable NightId before, int limit) {
    List<NightEntry> newestFirst = new ArrayList<>();
    for (int i = nights.size() - 1; i >= 0 && newestFirst.size() < limit; i--) {
      if (before == null || nights.indexOf(getNight(before)) > i) {
        newestFirst.add(entryOf(nights.get(i)));
      }
    }
    return newestFirst;
  }

  @Override
  public Optional<NightEntry> find(NightId id) {
    return nights.stream().filter(night -> night.id().equals(id)).map(this::entryOf).findFirst();
  }

  private NightEntry entryOf(Night night) {
    return new NightEntry(
        night, starts.getOrDefault(night.id(), Instant.EPOCH), outcomes.get(night.id()));
  }

  @Override
  public void wantFull(NightId night) {
    full.add(night);
  }

  @Override
  public boolean isFullWanted(NightId night) {
    return full.contains(night);
  }

  @Override
  public void recordOutcome(NightId night, NightOutcome outcome) {
    outcomes.put(night, outcome);
  }

  @Override
  public void forgetOutcome(NightId night) {
    outcomes.remove(night);
  }

  @Override
  public List<NightId> listUnfinishedBefore(NightId id) {
    return nights.subList(0, nights.indexOf(getNight(id))).stream()
        .filter(night -> !night.isComplete())
        .map(Night::id)
        .toList();
  }

  @Override
  public Instant readEvidenceClock() {
    return MOMENT;
  }

  @Override
  public void open(Night night, Instant startedAt) {
    nights.add(night);
    starts.put(night.id(), startedAt);
  }

  @Override
  public void fixEvidence(NightId id, Instant evidenceKnownAt) {
    replace(id, night -> new Night(id, night.policy(), evidenceKnownAt, null, null));
  }

  @Override
  public void confirm(NightId id, Instant confirmedAt) {
    replace(id, night -> new Night(id, night.policy(), null, confirmedAt, null));
  }

  @Override
  public void complete(NightId id, Instant completedAt) {
    replace(
        id, night -> new Night(id, night.policy(), completedAt, night.confirmedAt(), completedAt));
  }

  private void replace(NightId id, UnaryOperator<Night> change) {
    nights.replaceAll(night -> night.id().equals(id) ? change.apply(night) : night);
  }

  @Override
  public NightFigures getFigures(NightId night) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NightFigures getIntakeFigures(NightId night) {
    return new NightFigures(List.of(), new TreeMap<>(), List.of());
  }
}
