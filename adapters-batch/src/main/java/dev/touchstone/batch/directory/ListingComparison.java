package dev.touchstone.batch.directory;

import static java.util.Objects.requireNonNull;

import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.ListingChange;
import dev.touchstone.domain.tier.Ladder;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the listings of a night with those published, both in order of partner ids, and tells
 * the changes in that order: at most one a partner.
 */
final class ListingComparison {

  private final @Nullable PublishedListings published;
  private final Ladder ladder;
  private final Consumer<ListingChange> changes;

  /**
   * @param published what is published; null if nothing is
   * @param ladder tells a promotion from a demotion
   * @param changes is told each change
   */
  ListingComparison(
      @Nullable PublishedListings published, Ladder ladder, Consumer<ListingChange> changes) {
    this.published = published;
    this.ladder = ladder;
    this.changes = changes;
  }

  /**
   * Takes the next listing of the night.
   *
   * @param line the listing as it is published now
   */
  void compare(Listing now, JsonLine line) {
    PublishedLine before = head();
    while (before != null && before.partner().compareTo(now.partner()) < 0) {
      changes.accept(ListingChange.removed(read(before)));
      before = next();
    }
    if (before == null || !before.partner().equals(now.partner())) {
      changes.accept(ListingChange.added(now));
      return;
    }
    if (!before.equalsLine(line)) {
      compare(read(before), now);
    }
    next();
  }

  /** The night has no more listings: what is left was removed. */
  void end() {
    for (PublishedLine before = head(); before != null; before = next()) {
      changes.accept(ListingChange.removed(read(before)));
    }
  }

  private void compare(Listing before, Listing now) {
    if (ladder.tiers().contains(before.tier())) {
      ListingChange.between(before, now, ladder).ifPresent(changes);
    } else {
      // Neither higher nor lower than a tier that the policy does not know.
      changes.accept(
          new ListingChange(now.partner(), ListingChange.Kind.UPDATED, before.tier(), now.tier()));
    }
  }

  private Listing read(PublishedLine line) {
    PublishedListings of = requireNonNull(published);
    try {
      return line.read();
    } catch (IOException e) {
      throw of.damaged(e);
    }
  }

  private @Nullable PublishedLine head() {
    return published == null ? null : published.head();
  }

  private @Nullable PublishedLine next() {
    if (published == null) {
      return null;
    }
    published.advance();
    return published.head();
  }
}
