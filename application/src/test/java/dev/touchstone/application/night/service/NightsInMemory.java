package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The record of nights, in memory. */
final class NightsInMemory implements Nights {

  private final List<Night> nights = new ArrayList<>();

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
  public List<NightId> listUnfinishedBefore(NightId night) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void open(Night night, Instant startedAt) {
    nights.add(night);
  }

  @Override
  public void fixEvidence(NightId night, Instant evidenceKnownAt) {
    throw new UnsupportedOperationException();
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
}
