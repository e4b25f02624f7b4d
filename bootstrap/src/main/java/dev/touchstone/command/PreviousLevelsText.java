package dev.touchstone.command;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The levels of the previous program as lines. */
final class PreviousLevelsText {

  private static final int MAX_NAMED = 20;

  private PreviousLevelsText() {}

  /** Counts each level, and names the partners that have one. */
  static List<String> lines(SortedMap<LegacyLevel, NavigableSet<PartnerId>> partners) {
    List<String> lines = new ArrayList<>();
    lines.add("Levels in the previous program:");
    for (LegacyLevel level : LegacyLevel.values()) {
      NavigableSet<PartnerId> of = partners.getOrDefault(level, Collections.emptyNavigableSet());
      lines.add(
          "  %-16s %7d%s".formatted(level, of.size(), level == LegacyLevel.NONE ? "" : named(of)));
    }
    return lines;
  }

  private static String named(NavigableSet<PartnerId> partners) {
    if (partners.isEmpty()) {
      return "";
    }
    String first =
        partners.stream().limit(MAX_NAMED).map(PartnerId::value).collect(Collectors.joining(", "));
    return "  "
        + first
        + (partners.size() > MAX_NAMED ? " and " + (partners.size() - MAX_NAMED) + " more" : "");
  }
}
