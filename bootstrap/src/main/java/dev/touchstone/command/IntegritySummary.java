package dev.touchstone.command;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings by kind: how many of each, and the first ones in full. */
final class IntegritySummary {

  private static final int MAX_SHOWN = 3;

  private final Map<IntegrityKind, Long> counts = new EnumMap<>(IntegrityKind.class);
  private final Map<IntegrityKind, List<IntegrityFinding>> shown =
      new EnumMap<>(IntegrityKind.class);

  void add(IntegrityFinding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    List<IntegrityFinding> first =
        shown.computeIfAbsent(finding.kind(), kind -> new ArrayList<>(MAX_SHOWN));
    if (first.size() < MAX_SHOWN) {
      first.add(finding);
    }
  }

  /** Nothing where nothing was found. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (counts.isEmpty()) {
      return lines;
    }
    lines.add("To be looked at, counted all the same (findings --out FILE.csv lists all):");
    counts.forEach(
        (kind, count) -> {
          lines.add(String.format(Locale.ROOT, "  %-28s %7s", kind, count));
          shown
              .getOrDefault(kind, List.of())
              .forEach(
                  finding ->
                      lines.add(
                          "    %s, %s: %s"
                              .formatted(finding.partner(), finding.subject(), finding.detail())));
        });
    return lines;
  }
}
