package dev.touchstone.application.night;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a night did, in numbers.
 *
 * @param intake one for each kind, in the night's order
 * @param rejectsByReason rejected rows and files by reason, in the contract's order of reasons
 * @param moves how many partners went from which held tier to which, unchanged ones included; none
 *     where they were not asked for
 */
public record NightFigures(
    List<KindFigures> intake, SortedMap<RejectReason, Long> rejectsByReason, List<TierMove> moves) {

  /** Copies the lists. */
  public NightFigures {
    intake = List.copyOf(intake);
    moves = List.copyOf(moves);
  }

  /** The partners decided. */
  public long partnersDecided() {
    return moves.stream().mapToLong(TierMove::partners).sum();
  }

  /**
   * The partners that held a tier after the complete night before.
   *
   * @param tier null for none
   */
  public long countBefore(@Nullable Tier tier) {
    return count(move -> Objects.equals(move.before(), tier));
  }

  /**
   * The partners that hold a tier after this night.
   *
   * @param tier null for none
   */
  public long countAfter(@Nullable Tier tier) {
    return count(move -> Objects.equals(move.after(), tier));
  }

  /** Partners that hold a higher tier than before; who had none is not among them. */
  public long countPromotions(Ladder ladder) {
    return count(move -> move.isFromTierToTier() && compare(move, ladder) > 0);
  }

  /** Partners that hold a lower tier than before; who has none any more is not among them. */
  public long countDemotions(Ladder ladder) {
    return count(move -> move.isFromTierToTier() && compare(move, ladder) < 0);
  }

  private long count(Predicate<TierMove> which) {
    return moves.stream().filter(which).mapToLong(TierMove::partners).sum();
  }

  private static int compare(TierMove move, Ladder ladder) {
    return ladder.compare(
        Objects.requireNonNull(move.after()), Objects.requireNonNull(move.before()));
  }

  /**
   * The intake of one kind.
   *
   * @param kind the kind
   * @param files files taken, rejected ones included
   * @param filesRejected files rejected whole
   * @param filesRepeated files left aside because the night had taken the same content already
   * @param rowsRead rows read of the files taken
   * @param rowsNew rows that brought a new key
   * @param rowsSuperseding rows that replaced an earlier version
   * @param rowsUnchanged rows that said nothing new
   * @param rowsRejected rows rejected
   */
  public record KindFigures(
      EvidenceKind kind,
      long files,
      long filesRejected,
      long filesRepeated,
      long rowsRead,
      long rowsNew,
      long rowsSuperseding,
      long rowsUnchanged,
      long rowsRejected) {}

  /**
   * Partners that went from one held tier to another.
   *
   * @param before the held tier after the previous complete night; null for none
   * @param after the held tier after this night; null for none
   * @param partners how many
   */
  public record TierMove(@Nullable Tier before, @Nullable Tier after, long partners) {

    private boolean isFromTierToTier() {
      return before != null && after != null;
    }
  }
}
