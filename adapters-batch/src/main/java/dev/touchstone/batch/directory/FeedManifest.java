package dev.touchstone.batch.directory;

import dev.touchstone.domain.tier.PolicyVersion;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a feed publishes (formats.md, Feed).
 *
 * @param date the business date of the night
 * @param policy the policy in force on it
 * @param partners the file of the listings
 * @param changes the file of what differs from the publication before
 * @param previous the publication before; null for the first one
 */
record FeedManifest(
    LocalDate date,
    PolicyVersion policy,
    FeedFile partners,
    FeedFile changes,
    @Nullable Previous previous) {

  /**
   * The publication before.
   *
   * @param date its business date
   * @param sha256 the digest of its manifest
   */
  record Previous(LocalDate date, String sha256) {}

  /** Whether it publishes these very listings for that date and policy. */
  boolean publishes(LocalDate date, PolicyVersion policy, String partnersSha256) {
    return this.date.equals(date)
        && this.policy.equals(policy)
        && partners.sha256().equals(partnersSha256);
  }

  /** Whether it names a file that lies directly in the folder, given relative to the feed's. */
  boolean namesFileIn(String folder) {
    return Stream.of(partners, changes)
        .map(FeedFile::path)
        .anyMatch(path -> path.substring(0, path.lastIndexOf('/')).equals(folder));
  }
}
