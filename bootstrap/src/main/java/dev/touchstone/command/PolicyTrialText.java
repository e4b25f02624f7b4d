package dev.touchstone.command;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.PolicyTrial.Move;
import dev.touchstone.application.standing.PolicyTrial.ProvinceMoves;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a candidate policy would do, as the lines that are printed. */
final class PolicyTrialText {

  private static final String NONE = "no tier";

  private PolicyTrialText() {}

  static List<String> linesFor(PolicyTrial trial) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d partners under %s (rows), and under the candidate %s (columns)."
            .formatted(
                trial.partners(),
                trial.now() == null ? "no policy" : trial.now(),
                trial.candidate()));
    lines.addAll(matrix("Displayed tiers", trial, trial.displayed()));
    lines.addAll(matrix("Earned tiers", trial, trial.earned()));
    lines.add("");
    lines.add(
        row(
            "%-16s %9s %9s %9s %9s %9s",
            "Province", "partners", "earn up", "earn down", "show up", "show down"));
    for (ProvinceMoves of : trial.provinces()) {
      if (of.earnedUp() + of.earnedDown() + of.displayedUp() + of.displayedDown() > 0) {
        lines.add(
            row(
                "  %-14s %9d %9d %9d %9d %9d",
                of.province() == null ? "(unknown)" : of.province(),
                of.partners(),
                of.earnedUp(),
                of.earnedDown(),
                of.displayedUp(),
                of.displayedDown()));
      }
    }
    lines.add(
        row(
            "  %-14s %9d %9d %9d %9d %9d",
            "all",
            trial.partners(),
            trial.provinces().stream().mapToLong(ProvinceMoves::earnedUp).sum(),
            trial.provinces().stream().mapToLong(ProvinceMoves::earnedDown).sum(),
            trial.provinces().stream().mapToLong(ProvinceMoves::displayedUp).sum(),
            trial.provinces().stream().mapToLong(ProvinceMoves::displayedDown).sum()));
    return lines;
  }

  private static List<String> matrix(String title, PolicyTrial trial, List<Move> moves) {
    List<@Nullable Tier> tiers = new ArrayList<>(trial.ladder().tiers());
    tiers.add(null);
    List<String> lines = new ArrayList<>();
    lines.add("");
    StringBuilder header = new StringBuilder(row("%-16s", title));
    tiers.forEach(tier -> header.append(row(" %12s", Objects.toString(tier, NONE))));
    lines.add(header.toString());
    for (Tier from : tiers) {
      StringBuilder line = new StringBuilder(row("  %-14s", Objects.toString(from, NONE)));
      for (Tier to : tiers) {
        line.append(row(" %12d", count(moves, from, to)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static long count(List<Move> moves, @Nullable Tier from, @Nullable Tier to) {
    return moves.stream()
        .filter(move -> Objects.equals(move.from(), from) && Objects.equals(move.to(), to))
        .mapToLong(Move::partners)
        .sum();
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
