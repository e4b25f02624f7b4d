package dev.touchstone.domain.standing;

import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The waivers of one partner, its own and those of its cohorts.
 *
 * @param waivers in any order
 */
record GrantedWaivers(List<Waiver> waivers) {

  GrantedWaivers {
    waivers = List.copyOf(waivers);
  }

  /** The criteria waived on the day. */
  Set<TierCriterion> listOn(LocalDate day) {
    if (waivers.isEmpty()) {
      return Set.of();
    }
    Set<TierCriterion> waived = new HashSet<>();
    for (Waiver waiver : waivers) {
      if (waiver.holdsOn(day)) {
        waived.add(waiver.criterion());
      }
    }
    return waived;
  }

  /** Those that run on the day, in order of their numbers. */
  List<Waiver> listRunningOn(LocalDate day) {
    return waivers.stream()
        .filter(waiver -> waiver.holdsOn(day))
        .sorted(Comparator.comparing(Waiver::id))
        .toList();
  }

  /** The first day after the date on which one begins or ends; null where there is none. */
  @Nullable LocalDate findFirstAfter(LocalDate date) {
    LocalDate first = null;
    for (Waiver waiver : waivers) {
      for (LocalDate day : List.of(waiver.from(), waiver.to())) {
        if (day.isAfter(date) && (first == null || day.isBefore(first))) {
          first = day;
        }
      }
    }
    return first;
  }
}
