package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.RecordedDecision;
import dev.touchstone.application.standing.StandingChange;
import dev.touchstone.application.standing.port.in.ListStandingChangesUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.RecordedDecisions;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what each night recorded with what was in force before. */
public final class ListStandingChangesService implements ListStandingChangesUseCase {

  private final DecidedNights nights;
  private final RecordedDecisions recorded;
  private final TierPolicies policies;

  /** Compares these. */
  public ListStandingChangesService(
      DecidedNights nights, RecordedDecisions recorded, TierPolicies policies) {
    this.nights = nights;
    this.recorded = recorded;
    this.policies = policies;
  }

  @Override
  public AsOfResult<List<StandingChange>> list(ListStandingChangesQuery query) {
    Optional<DecidedNight> latest = nights.findLatest();
    if (latest.isEmpty()) {
      return new AsOfResult.NotFound<>("No night is complete yet: nothing has been decided.");
    }
    // One more than asked for, to compare the oldest with.
    List<RecordedDecision> steps =
        recorded.list(query.partner(), latest.get().id(), query.before(), query.limit() + 1);
    if (steps.isEmpty() && query.before() == null) {
      return new AsOfResult.NotFound<>(
          "The night of %s knows no partner %s. Ids are exact in case."
              .formatted(latest.get().id(), query.partner()));
    }
    Ladder ladder = ladder();
    List<StandingChange> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(steps.size(), query.limit()); i++) {
      RecordedDecision step = steps.get(i);
      DecidedStanding before = i + 1 < steps.size() ? steps.get(i + 1).decided() : null;
      changes.add(
          new StandingChange(
              step.night(), step.decided().standing(), reason(before, step.decided(), ladder)));
    }
    return new AsOfResult.Found<>(changes);
  }

  private static String reason(
      @Nullable DecidedStanding before, DecidedStanding after, Ladder ladder) {
    return before == null ? ChangeText.first(after) : ChangeText.between(before, after, ladder);
  }

  /** The latest version has all rungs that there ever were. */
  private Ladder ladder() {
    List<TierPolicy> versions = policies.listVersions();
    return versions.get(versions.size() - 1).ladder();
  }
}
