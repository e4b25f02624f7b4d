package dev.touchstone.command;

import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightFigures.KindFigures;
import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a night did, as the lines printed at its end. */
final class NightSummary {

  private static final int MAX_IGNORED = 20;

  private final NightRun.Completed run;
  private final Ladder ladder;
  private final IntegritySummary integrity;

  /**
   * @param ladder of the policy in force on the night's date
   * @param integrity what the night found odd
   */
  NightSummary(NightRun.Completed run, Ladder ladder, IntegritySummary integrity) {
    this.run = run;
    this.ladder = ladder;
    this.integrity = integrity;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Night of " + run.night().id() + " complete, under policy " + run.night().policy() + ".");
    lines.add("");
    addIntake(lines);
    addIgnored(lines);
    addRejects(lines);
    addIntegrity(lines);
    addTiers(lines);
    lines.add("");
    lines.add(
        "Feed: " + run.feed().rows() + " partners listed, " + run.feed().changes() + " changes");
    lines.add("");
    lines.add("Seconds:");
    run.steps().forEach((step, time) -> lines.add(row("  %-24s %9s", step, seconds(time))));
    Duration total = run.steps().values().stream().reduce(Duration.ZERO, Duration::plus);
    lines.add(row("  %-24s %9s", "total", seconds(total)));
    return lines;
  }

  private void addIntake(List<String> lines) {
    String format = "%-16s %7s %9s %9s %9s %9s %9s %9s";
    lines.add(
        row(format, "Intake", "files", "rows", "new", "replaced", "same", "rejected", "unusable"));
    for (KindFigures kind : run.figures().intake()) {
      lines.add(
          row(
              format,
              "  " + kind.kind().folder(),
              kind.files(),
              kind.rowsRead(),
              kind.rowsNew(),
              kind.rowsSuperseding(),
              kind.rowsUnchanged(),
              kind.rowsRejected(),
              kind.filesRejected()));
    }
    long repeated = run.figures().intake().stream().mapToLong(KindFigures::filesRepeated).sum();
    if (repeated > 0) {
      lines.add(
          repeated + " files were left aside: this night had taken the same content already.");
    }
  }

  private void addIgnored(List<String> lines) {
    if (!run.ignored().isEmpty()) {
      lines.add("Left in the inbox, because no kind of file claims it:");
      run.ignored().stream().limit(MAX_IGNORED).forEach(path -> lines.add("  " + path));
      if (run.ignored().size() > MAX_IGNORED) {
        lines.add("  and " + (run.ignored().size() - MAX_IGNORED) + " more");
      }
    }
  }

  private void addRejects(List<String> lines) {
    if (run.figures().rejectsByReason().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Rejected, by reason:");
    run.figures()
        .rejectsByReason()
        .forEach((reason, count) -> lines.add(row("  %-28s %7s", reason, count)));
  }

  private void addIntegrity(List<String> lines) {
    List<String> found = integrity.lines();
    if (!found.isEmpty()) {
      lines.add("");
      lines.addAll(found);
    }
  }

  private void addTiers(List<String> lines) {
    NightFigures figures = run.figures();
    lines.add("");
    lines.add("Partners decided: " + figures.partnersDecided() + decidedAnew(run.scope()));
    lines.add(row("%-16s %9s %9s", "Tiers held", "before", "after"));
    for (Tier tier : ladder.tiers()) {
      lines.add(
          row("%-16s %9s %9s", "  " + tier, figures.countBefore(tier), figures.countAfter(tier)));
    }
    lines.add(
        row("%-16s %9s %9s", "  no tier", figures.countBefore(null), figures.countAfter(null)));
    lines.add(
        "Promotions: "
            + figures.countPromotions(ladder)
            + ", demotions: "
            + figures.countDemotions(ladder));
  }

  private static String decidedAnew(RecalculationScope scope) {
    return scope instanceof RecalculationScope.Changed changed
        ? ", " + changed.partners() + " of them anew; of the others nothing can have changed"
        : ", all anew: " + ((RecalculationScope.All) scope).because();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
