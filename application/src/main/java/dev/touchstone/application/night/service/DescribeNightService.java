package dev.touchstone.application.night.service;

import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.DescribeNightUseCase;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.out.NightLedger;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is kept about a night. */
public final class DescribeNightService implements DescribeNightUseCase {

  private final FindNightUseCase findNight;
  private final Nights nights;
  private final TierPolicies policies;
  private final IntegrityFindings findings;
  private final NightLedger ledger;

  /** Describes by these. */
  public DescribeNightService(
      FindNightUseCase findNight,
      Nights nights,
      TierPolicies policies,
      IntegrityFindings findings,
      NightLedger ledger) {
    this.findNight = findNight;
    this.nights = nights;
    this.policies = policies;
    this.findings = findings;
    this.ledger = ledger;
  }

  @Override
  public Optional<NightDetail> describeNight(NightId night) {
    return findNight.findNight(night).map(this::describe);
  }

  private NightDetail describe(NightOverview overview) {
    NightId night = overview.night().id();
    boolean isDecided = overview.state().isDecided();
    NightFigures figures = isDecided ? nights.getFigures(night) : nights.getIntakeFigures(night);
    return new NightDetail(
        overview,
        figures,
        isDecided ? decided(figures, ladderOn(night.businessDate())) : null,
        findings.count(night),
        ledger.getDurations(night));
  }

  private Ladder ladderOn(LocalDate date) {
    return policies
        .findInForceOn(date)
        .orElseThrow(() -> new IllegalStateException("No policy is in force on " + date))
        .ladder();
  }

  private static NightDetail.Decided decided(NightFigures figures, Ladder ladder) {
    List<NightDetail.TierCount> tiers = new ArrayList<>();
    for (Tier tier : ladder.tiers()) {
      tiers.add(
          new NightDetail.TierCount(tier, figures.countBefore(tier), figures.countAfter(tier)));
    }
    tiers.add(new NightDetail.TierCount(null, figures.countBefore(null), figures.countAfter(null)));
    return new NightDetail.Decided(
        tiers, figures.countPromotions(ladder), figures.countDemotions(ladder));
  }
}
