package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Tries policies by the night's own rules and dossiers, ranges of partners side by side. */
public final class TryPolicyService implements TryPolicyUseCase {

  /** Ranges for each thread, so that none waits long for the slowest. */
  private static final int RANGES_PER_THREAD = 8;

  private final Dossiers dossiers;
  private final TierPolicies policies;
  private final GetStandingRulesUseCase getStandingRules;
  private final int threads;

  /**
   * Tries policies by these.
   *
   * @param threads how many ranges are decided at a time
   */
  public TryPolicyService(
      Dossiers dossiers,
      TierPolicies policies,
      GetStandingRulesUseCase getStandingRules,
      int threads) {
    this.dossiers = dossiers;
    this.policies = policies;
    this.getStandingRules = getStandingRules;
    this.threads = threads;
  }

  @Override
  public TryPolicyResult tryPolicy(TryPolicyQuery query, Consumer<TriedPartner> consumer) {
    StandingRules registered = getStandingRules.getRules(query.knownAt());
    StandingRules then;
    try {
      then = registered.withCandidate(query.candidate(), query.date());
    } catch (IllegalArgumentException e) {
      return new TryPolicyResult.Refused("The candidate cannot be tried: " + e.getMessage() + ".");
    }
    Optional<TierPolicy> now = policies.findInForceOn(query.date());
    Trial trial = new Trial(now.isPresent() ? registered : null, then, query);
    TrialCount count = new TrialCount(query.candidate().ladder());
    List<PartnerRange> ranges = dossiers.partition(threads * RANGES_PER_THREAD, query.knownAt());
    if (ranges.isEmpty()) {
      return new TryPolicyResult.Refused(
          "Nothing was known of any partner at " + query.knownAt() + ".");
    }
    decideAll(
        ranges,
        trial,
        query.knownAt(),
        tried -> {
          count.add(tried);
          consumer.accept(tried);
        });
    if (!count.anybodyHasATier()) {
      return new TryPolicyResult.Refused(
          "No partner was registered and active on " + query.date() + ".");
    }
    return new TryPolicyResult.Tried(
        count.trial(now.map(TierPolicy::version).orElse(null), query.candidate().version()));
  }

  /** Only as many ranges as there are threads are ahead of what has been handed on. */
  private void decideAll(
      List<PartnerRange> ranges, Trial trial, Instant knownAt, Consumer<TriedPartner> consumer) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<List<TriedPartner>>> ahead = new ArrayDeque<>();
      Iterator<PartnerRange> left = ranges.iterator();
      while (left.hasNext() || !ahead.isEmpty()) {
        while (left.hasNext() && ahead.size() <= threads) {
          PartnerRange range = left.next();
          ahead.add(executor.submit(() -> decide(range, trial, knownAt)));
        }
        get(ahead.remove()).forEach(consumer);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private List<TriedPartner> decide(PartnerRange range, Trial trial, Instant knownAt) {
    List<TriedPartner> tried = new ArrayList<>();
    try (DossierCursor cursor = dossiers.open(range, null, knownAt)) {
      for (PartnerEvidence next = cursor.next(); next != null; next = cursor.next()) {
        tried.add(trial.decide(next));
      }
    }
    return tried;
  }

  private static List<TriedPartner> get(Future<List<TriedPartner>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The trial was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A range of partners could not be decided", e.getCause());
    }
  }
}
