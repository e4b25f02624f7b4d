package dev.touchstone.application.standing.service;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a partner's tier is another under a candidate, in one line. */
final class MoveReason {

  private MoveReason() {}

  /**
   * The reason for a change of the earned or the displayed tier.
   *
   * @param now what holds now; null where no policy is in force
   * @param then what would hold under the candidate
   */
  static String of(@Nullable Reading now, Reading then) {
    if (now == null) {
      return "no policy is in force now";
    }
    List<String> reasons = new ArrayList<>();
    Tier before = now.standing().earned();
    Tier after = then.standing().earned();
    if (before != null && after != null && !before.equals(after)) {
      Ladder ladder = then.policy().ladder();
      reasons.add(
          ladder.compare(after, before) < 0
              ? "not met for %s under the candidate: %s"
                  .formatted(before, join(then.listMissing(before, ladder)))
              : gained(after, now.listMissing(after, ladder)));
    }
    boolean displayMoves = !Objects.equals(now.standing().displayed(), then.standing().displayed());
    String displayedNow = displayedBy(now.standing());
    if (displayMoves && displayedNow != null) {
      reasons.add("now " + displayedNow);
    }
    String displayedThen = displayedBy(then.standing());
    if (displayedThen != null) {
      reasons.add(displayedThen);
    }
    return String.join("; ", reasons);
  }

  private static String gained(Tier tier, List<String> missingNow) {
    return missingNow.isEmpty()
        ? "the candidate has a new tier " + tier + ", which is earned"
        : "no longer demanded for " + tier + " or met otherwise: " + join(missingNow);
  }

  /** What displays a tier that is not the earned one; null where it is. */
  private static @Nullable String displayedBy(Standing standing) {
    if (Objects.equals(standing.displayed(), standing.earned())) {
      return null;
    }
    if (standing.atRiskUntil() != null) {
      return "%s is displayed until %s by grace"
          .formatted(standing.displayed(), standing.atRiskUntil());
    }
    return standing.displayed()
        + (standing.legacy()
            ? " is displayed by a right from the previous program"
            : " is displayed by a waiver");
  }

  private static String join(List<String> missing) {
    return String.join(" / ", missing);
  }
}
