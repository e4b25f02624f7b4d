package dev.touchstone.batch.arrival;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which files are whole: those that look the same in every listing of a period, by this
 * clock; when they were written may be the word of another machine. One that was named is watched
 * anew, so that what could not be taken is named again a period later.
 */
final class Settling {

  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  private final String folder;
  private final Duration period;
  private final Clock clock;
  private final Set<String> unclaimed = new HashSet<>();
  private Map<Offered, Instant> since = new HashMap<>();

  /**
   * @param folder what is looked at, for people
   * @param period how long a file has to look the same; longer than zero
   */
  Settling(String folder, Duration period, Clock clock) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "touchstone.arrival.settled-after is " + period + "; set it to a time above zero");
    }
    this.folder = folder;
    this.period = period;
    this.clock = clock;
  }

  /** Of all files in the listing, those that are whole and belong somewhere, by path. */
  List<Offered> listSettled(List<Offered> listing) {
    Instant now = clock.instant();
    Map<Offered, Instant> seen = new HashMap<>();
    List<Offered> settled = new ArrayList<>();
    for (Offered file : listing) {
      if (ArrivalPlace.find(file.path()).isEmpty()) {
        tellUnclaimed(file.path());
        continue;
      }
      Instant first = since.getOrDefault(file, now);
      if (now.isBefore(first.plus(period))) {
        seen.put(file, first);
      } else {
        settled.add(file);
      }
    }
    since = seen;
    settled.sort((a, b) -> a.path().compareTo(b.path()));
    return settled;
  }

  /** A folder with a misspelt name must not go unseen. */
  private void tellUnclaimed(String path) {
    if (!ArrivalPlace.isUnderWay(path) && unclaimed.add(path)) {
      LOG.warn("{} in {} is of no kind and stays; see the folders of an inbox", path, folder);
    }
  }
}
