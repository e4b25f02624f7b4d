package dev.touchstone.domain.directory;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a partner's listing differs between two publications (formats.md, Feed).
 *
 * @param partner whose listing
 * @param kind what happened
 * @param from the tier before; null where it was not listed
 * @param to the tier after; null where it is no longer listed
 */
public record ListingChange(PartnerId partner, Kind kind, @Nullable Tier from, @Nullable Tier to) {

  /** What happened to a listing. */
  public enum Kind {
    /** Listed now, not before. */
    ADDED,
    /** Listed before, not now. */
    REMOVED,
    /** A higher tier than before. */
    PROMOTED,
    /** A lower tier than before. */
    DEMOTED,
    /** The same tier, something else differs. */
    UPDATED
  }

  /** A listing that was not there before. */
  public static ListingChange added(Listing now) {
    return new ListingChange(now.partner(), Kind.ADDED, null, now.tier());
  }

  /** A listing that is no longer there. */
  public static ListingChange removed(Listing before) {
    return new ListingChange(before.partner(), Kind.REMOVED, before.tier(), null);
  }

  /**
   * The difference between two listings of one partner, if there is any.
   *
   * @param ladder tells a promotion from a demotion
   */
  public static Optional<ListingChange> between(Listing before, Listing now, Ladder ladder) {
    if (before.equals(now)) {
      return Optional.empty();
    }
    int direction = ladder.compare(now.tier(), before.tier());
    Kind kind = direction > 0 ? Kind.PROMOTED : direction < 0 ? Kind.DEMOTED : Kind.UPDATED;
    return Optional.of(new ListingChange(now.partner(), kind, before.tier(), now.tier()));
  }
}
