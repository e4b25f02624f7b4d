package dev.touchstone.batch.directory;

import dev.touchstone.domain.directory.Listing;
import java.util.function.Consumer;

/** Where the listings to publish come from. */
@FunctionalInterface
public interface ListingSource {

  /** Streams the listings, each partner once, in byte order of partner ids. */
  void forEach(Consumer<Listing> consumer);
}
