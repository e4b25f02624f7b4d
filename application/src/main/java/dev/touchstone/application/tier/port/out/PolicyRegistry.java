package dev.touchstone.application.tier.port.out;

import dev.touchstone.application.tier.LatestNight;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The record of all policy versions ever registered. A number stays with its content for ever, and
 * of those that are not retired one takes effect on a day.
 */
public interface PolicyRegistry {

  /**
   * Runs an act in its turn. Acts of all processes run one after the other: what one reads here
   * stays so until it ends. An act that throws leaves nothing behind. Nights are opened in turn as
   * well, so an act knows how far they have come.
   */
  <R> R inTurn(Supplier<R> act);

  /** All versions, retired ones included, in the order in which they take effect. */
  List<RegisteredPolicy> list();

  /** The latest night, complete or not. */
  Optional<LatestNight> findLatestNight();

  /**
   * Adds a version; only within {@link #inTurn}.
   *
   * @throws RuntimeException if its number was ever registered, or another that is not retired
   *     takes effect on its day
   */
  void add(PolicyFile file, Instant registeredAt);

  /**
   * Marks a version retired; only within {@link #inTurn}.
   *
   * @throws IllegalArgumentException if it is unknown or retired already
   */
  void retire(PolicyVersion version, Instant retiredAt);
}
