package dev.touchstone.application.directory.port.out;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.time.NightId;
import java.util.function.Consumer;

/** What the directory shows. */
public interface Listings {

  /**
   * Streams the listings as a night leaves them, in byte order of partner ids: every partner that
   * displays a tier after the night (formats.md, Feed).
   */
  void forEach(NightId night, Consumer<Listing> consumer);

  /**
   * Streams, in the same order, the partners whose listing may be another after a night than it was
   * after an earlier one; of all others it is the same.
   *
   * @param earlier a night before, or the same, that knew no more
   */
  void forEachChanged(NightId earlier, NightId night, Consumer<ChangedListing> consumer);
}
