package dev.touchstone.domain.standing;

import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The waivers of one partner, its own and those of its cohorts. */
final class GrantedWaivers {

  private final List<Waiver> waivers = new ArrayList<>();

  /**
   * @param all the program's waivers
   */
  GrantedWaivers(List<Waiver> all, Partner partner) {
    for (Waiver waiver : all) {
      if (waiver.target().includes(partner)) {
        waivers.add(waiver);
      }
    }
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

  /** The days on which one begins or ends, after the one day and up to the other. */
  List<LocalDate> datesBetween(LocalDate after, LocalDate upTo) {
    return waivers.stream()
        .flatMap(waiver -> Stream.of(waiver.from(), waiver.to()))
        .filter(day -> day.isAfter(after) && !day.isAfter(upTo))
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
