package dev.touchstone.batch.directory;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.domain.directory.Listing;
import java.util.function.Consumer;

/** Where the listings to publish come from. */
@FunctionalInterface
public interface ListingSource {

  /** Streams the listings, each partner once, in byte order of partner ids. */
  void forEach(Consumer<Listing> consumer);

  /**
   * Streams, in the same order, the partners whose listing may differ from what a manifest
   * publishes; all others are listed, or not, as they are there.
   *
   * @param manifestSha256 the digest of the manifest
   * @return false, and nothing streamed, where it is not known what that manifest publishes
   */
  default boolean forEachChanged(String manifestSha256, Consumer<ChangedListing> consumer) {
    return false;
  }
}
