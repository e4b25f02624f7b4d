package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate policy would do to all partners, in numbers.
 *
 * @param now the policy in force on the date; null where none is
 * @param candidate the candidate
 * @param ladder the candidate's tiers
 * @param partners how many partners were decided
 * @param earned how many partners go from which earned tier to which, unchanged ones included
 * @param displayed how many go from which displayed tier to which, unchanged ones included
 * @param provinces the moves by province, in order of their names, the unknown one last
 */
public record PolicyTrial(
    @Nullable PolicyVersion now,
    PolicyVersion candidate,
    Ladder ladder,
    long partners,
    List<Move> earned,
    List<Move> displayed,
    List<ProvinceMoves> provinces) {

  /** Copies the lists. */
  public PolicyTrial {
    earned = List.copyOf(earned);
    displayed = List.copyOf(displayed);
    provinces = List.copyOf(provinces);
  }

  /**
   * Partners that go from one tier to another, or stay.
   *
   * @param from the tier now; null for none
   * @param to the tier under the candidate; null for none
   * @param partners how many
   */
  public record Move(@Nullable Tier from, @Nullable Tier to, long partners) {}

  /**
   * The moves of one province; who has no tier on one side is in none of them.
   *
   * @param province the province; null where it is unknown
   * @param partners how many partners there are
   * @param earnedUp how many earn a higher tier under the candidate
   * @param earnedDown how many earn a lower one
   * @param displayedUp how many display a higher tier
   * @param displayedDown how many display a lower one
   */
  public record ProvinceMoves(
      @Nullable String province,
      long partners,
      long earnedUp,
      long earnedDown,
      long displayedUp,
      long displayedDown) {}
}
