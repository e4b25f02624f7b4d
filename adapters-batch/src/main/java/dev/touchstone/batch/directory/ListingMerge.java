package dev.touchstone.batch.directory;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.ListingChange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Ladder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Merges the listings of a night with those published, both in order of partner ids, into the
 * partners' file, and writes the changes in that order: at most one a partner.
 */
final class ListingMerge {

  private final @Nullable PublishedListings published;
  private final Ladder ladder;
  private final PartnersDraft partners;
  private final FeedFileWriter changes;
  private final JsonLine line = new JsonLine();
  private final JsonLine changeLine = new JsonLine();
  private @Nullable PartnerId last;

  /**
   * @param published what is published; null if nothing is
   * @param ladder tells a promotion from a demotion
   * @param partners takes the lines of the night
   * @param changes takes each change
   */
  ListingMerge(
      @Nullable PublishedListings published,
      Ladder ladder,
      PartnersDraft partners,
      FeedFileWriter changes) {
    this.published = published;
    this.ladder = ladder;
    this.partners = partners;
    this.changes = changes;
  }

  /** Takes the next listing of the night; published ones before it are no longer listed. */
  void take(Listing now) {
    requireOrder(now.partner());
    try {
      for (PublishedLine head = headBefore(now.partner());
          head != null;
          head = headBefore(now.partner())) {
        remove(head);
        next();
      }
      put(now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The night has no more listings: what is left was removed. */
  void end() throws IOException {
    for (PublishedLine head = head(); head != null; head = next()) {
      remove(head);
    }
  }

  /** Takes the next listing that may have changed; published ones before it have not. */
  void takeChanged(ChangedListing changed) {
    PartnerId partner = changed.partner();
    requireOrder(partner);
    try {
      for (PublishedLine head = headBefore(partner); head != null; head = headBefore(partner)) {
        partners.keep(head);
        next();
      }
      Listing now = changed.now();
      PublishedLine head = head();
      if (now != null) {
        put(now);
      } else if (head != null && head.partner().equals(partner)) {
        remove(head);
        next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No more have changed: what is left is still listed. */
  void endChanged() throws IOException {
    if (partners.isAsPublished()) {
      return;
    }
    for (PublishedLine head = head(); head != null; head = next()) {
      partners.keep(head);
    }
  }

  private @Nullable PublishedLine headBefore(PartnerId partner) {
    PublishedLine head = head();
    return head != null && head.partner().compareTo(partner) < 0 ? head : null;
  }

  private void put(Listing now) throws IOException {
    ListingJson.write(now, line);
    PublishedLine head = head();
    if (head == null || !head.partner().equals(now.partner())) {
      partners.write(line);
      tell(ListingChange.added(now));
      return;
    }
    if (head.equalsLine(line)) {
      partners.keep(head);
    } else {
      partners.write(line);
      compare(head.read(), now);
    }
    next();
  }

  private void remove(PublishedLine head) throws IOException {
    partners.drop();
    tell(ListingChange.removed(head.read()));
  }

  private void compare(Listing before, Listing now) throws IOException {
    if (!ladder.tiers().contains(before.tier())) {
      // Neither higher nor lower than a tier that the policy does not know.
      tell(new ListingChange(now.partner(), ListingChange.Kind.UPDATED, before.tier(), now.tier()));
      return;
    }
    ListingChange change = ListingChange.between(before, now, ladder).orElse(null);
    if (change != null) {
      tell(change);
    }
  }

  private void tell(ListingChange change) throws IOException {
    ListingJson.write(change, changeLine);
    changes.write(changeLine);
  }

  /** Guards the order that the merge, and the format, rest on. */
  private void requireOrder(PartnerId partner) {
    if (last != null && last.compareTo(partner) >= 0) {
      throw new IllegalStateException("Listing " + partner + " comes after " + last);
    }
    last = partner;
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
