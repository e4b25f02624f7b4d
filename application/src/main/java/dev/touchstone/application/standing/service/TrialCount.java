package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.PolicyTrial.Move;
import dev.touchstone.application.standing.PolicyTrial.ProvinceMoves;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.domain.text.Text;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what a trial does to each partner. */
final class TrialCount {

  private static final Comparator<@Nullable Tier> NONE_FIRST =
      Comparator.nullsFirst(Comparator.comparing(Tier::name));

  private final Ladder ladder;
  private final Map<Pair, Long> earned = new TreeMap<>();
  private final Map<Pair, Long> displayed = new TreeMap<>();
  private final Map<@Nullable String, long[]> provinces =
      new TreeMap<>(Comparator.nullsLast(Text.BYTE_ORDER));
  private long partners;
  private boolean tier;

  /**
   * @param ladder the candidate's tiers, which keep those in force
   */
  TrialCount(Ladder ladder) {
    this.ladder = ladder;
  }

  void add(TriedPartner tried) {
    partners++;
    tier |= tried.earnedThen() != null;
    earned.merge(new Pair(tried.earnedNow(), tried.earnedThen()), 1L, Long::sum);
    displayed.merge(new Pair(tried.displayedNow(), tried.displayedThen()), 1L, Long::sum);
    long[] counts = provinces.computeIfAbsent(tried.province(), province -> new long[5]);
    counts[0]++;
    count(tried.earnedNow(), tried.earnedThen(), counts, 1);
    count(tried.displayedNow(), tried.displayedThen(), counts, 3);
  }

  private void count(@Nullable Tier from, @Nullable Tier to, long[] counts, int up) {
    if (from != null && to != null && !from.equals(to)) {
      counts[ladder.compare(to, from) > 0 ? up : up + 1]++;
    }
  }

  boolean anybodyHasATier() {
    return tier;
  }

  PolicyTrial trial(@Nullable PolicyVersion now, PolicyVersion candidate) {
    List<ProvinceMoves> moves = new ArrayList<>();
    provinces.forEach(
        (province, of) ->
            moves.add(new ProvinceMoves(province, of[0], of[1], of[2], of[3], of[4])));
    return new PolicyTrial(
        now, candidate, ladder, partners, listMoves(earned), listMoves(displayed), moves);
  }

  private static List<Move> listMoves(Map<Pair, Long> counts) {
    return counts.entrySet().stream()
        .map(of -> new Move(of.getKey().from(), of.getKey().to(), of.getValue()))
        .toList();
  }

  private record Pair(@Nullable Tier from, @Nullable Tier to) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      int byFrom = NONE_FIRST.compare(from, other.from);
      return byFrom != 0 ? byFrom : NONE_FIRST.compare(to, other.to);
    }
  }
}
