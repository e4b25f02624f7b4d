package dev.touchstone.application.directory.port.out;

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
}
