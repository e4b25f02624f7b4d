package dev.touchstone.application.night;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.tier.Tier;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a night did, in numbers.
 *
 * @param intake one for each kind, in the night's order
 * @param rejectsByReason rejected rows and files by reason, in the contract's order of reasons
 * @param moves how many partners went from which held tier to which, unchanged ones included
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
  public record TierMove(@Nullable Tier before, @Nullable Tier after, long partners) {}
}
