package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.PlanRecalculationUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares a night with the last complete one. What was decided then of a partner holds as long as
 * its evidence, the rules and the waivers are the same and no day has come on which it changes by
 * itself; all others are decided again. Where that cannot be told, all are.
 */
public final class PlanRecalculationService implements PlanRecalculationUseCase {

  private final Nights nights;
  private final Waivers waivers;
  private final Recalculations recalculations;
  private final Function<LocalDate, RulesFingerprint> rulesOn;

  /**
   * @param nights the record of nights
   * @param waivers the program's waivers
   * @param recalculations where the choice is recorded
   * @param rulesOn the rules by which a night of a date decides
   */
  public PlanRecalculationService(
      Nights nights,
      Waivers waivers,
      Recalculations recalculations,
      Function<LocalDate, RulesFingerprint> rulesOn) {
    this.nights = nights;
    this.waivers = waivers;
    this.recalculations = recalculations;
    this.rulesOn = rulesOn;
  }

  @Override
  public RecalculationScope plan(NightId id) {
    Instant knownAt = knownAt(nights.getNight(id));
    RulesFingerprint rules = rulesOn.apply(id.businessDate());
    Optional<RulesFingerprint> planned = recalculations.findRules(id);
    if (planned.isPresent()) {
      if (!planned.get().equals(rules)) {
        throw new IllegalStateException(
            "The night of "
                + id
                + " has chosen whom it decides by another policy, catalog or program; finish it by"
                + " those");
      }
      return recalculations.getScope(id);
    }
    if (nights.isFullWanted(id)) {
      return all(id, "that was asked for", rules);
    }
    Optional<Night> before = nights.findLatestComplete();
    if (before.isEmpty()) {
      return all(id, "no night is complete yet", rules);
    }
    Night last = before.get();
    if (!recalculations.findRules(last.id()).equals(Optional.of(rules))) {
      return all(id, "policy, catalog or program are not those of the last complete night", rules);
    }
    if (nights.listUnfinishedBefore(id).stream().anyMatch(night -> isLater(night, last.id()))) {
      return all(id, "a night was begun and not finished since the last complete one", rules);
    }
    Set<Waiver> changed = changedWaivers(knownAt(last), knownAt);
    Set<PartnerId> waived = new HashSet<>();
    for (Waiver waiver : changed) {
      if (!(waiver.target() instanceof WaiverTarget.OnePartner one)) {
        return all(id, "a waiver of a cohort is new or changed", rules);
      }
      waived.add(one.id());
    }
    return new RecalculationScope.Changed(
        recalculations.planChanged(id, knownAt(last), waived, rules));
  }

  private RecalculationScope all(NightId night, String because, RulesFingerprint rules) {
    recalculations.planAll(night, because, rules);
    return new RecalculationScope.All(because);
  }

  private static Instant knownAt(Night night) {
    Instant knownAt = night.evidenceKnownAt();
    if (knownAt == null) {
      throw new IllegalStateException("The intake of night " + night.id() + " has not ended");
    }
    return knownAt;
  }

  /** Those that are not word for word the same at both moments. */
  private Set<Waiver> changedWaivers(Instant before, Instant now) {
    List<Waiver> known = waivers.listKnownAt(before);
    List<Waiver> knownNow = waivers.listKnownAt(now);
    Set<Waiver> changed = new HashSet<>(known);
    changed.addAll(knownNow);
    Set<Waiver> same = new HashSet<>(known);
    same.retainAll(new HashSet<>(knownNow));
    changed.removeAll(same);
    return changed;
  }

  private static boolean isLater(NightId night, NightId other) {
    int byDate = night.businessDate().compareTo(other.businessDate());
    return byDate > 0 || (byDate == 0 && night.run() > other.run());
  }
}
