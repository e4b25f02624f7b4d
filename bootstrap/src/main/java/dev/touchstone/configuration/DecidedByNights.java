package dev.touchstone.configuration;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.port.out.DecidedNights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The record of nights, for what stands below the night and may not know it. */
final class DecidedByNights implements DecidedNights {

  private final Nights nights;

  DecidedByNights(Nights nights) {
    this.nights = nights;
  }

  @Override
  public Optional<DecidedNight> findLatest() {
    return nights.findLatestComplete().map(DecidedByNights::toDecidedNight);
  }

  @Override
  public Optional<DecidedNight> findLatestOn(LocalDate businessDate) {
    return nights.findLatestCompleteOn(businessDate).map(DecidedByNights::toDecidedNight);
  }

  @Override
  public Instant readEvidenceClock() {
    return nights.readEvidenceClock();
  }

  private static DecidedNight toDecidedNight(Night night) {
    return new DecidedNight(
        night.id(),
        night.policy(),
        Objects.requireNonNull(night.evidenceKnownAt(), "A complete night has its evidence"),
        Objects.requireNonNull(night.completedAt(), "Only complete nights are asked for"));
  }
}
