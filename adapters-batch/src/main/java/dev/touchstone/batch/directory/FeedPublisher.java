package dev.touchstone.batch.directory;

import dev.touchstone.batch.step.DurableFiles;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the directory as a feed (formats.md, Feed). The files are written aside and moved into
 * their place, the manifest last, in one step: a reader that starts from the manifest sees the
 * night before or this one, whole, whatever fails in between. No file that the manifest in force
 * names is ever overwritten. Memory does not grow with the number of partners.
 */
public final class FeedPublisher {

  private static final String PROBE = ".writable";

  /**
   * Creates the folder where it is missing, and proves that it can be written.
   *
   * @throws FeedException if it cannot
   */
  public static void checkWritable(Path feedFolder) {
    try {
      DurableFiles.createFolder(feedFolder);
      Path probe = feedFolder.resolve(PROBE);
      Files.write(probe, new byte[1]);
      Files.deleteIfExists(probe);
    } catch (IOException e) {
      throw FeedException.unwritable(feedFolder, e);
    }
  }

  /**
   * Publishes the listings of a night. Where the feed publishes the very same for that date and
   * policy already, nothing is replaced.
   *
   * @param feedFolder the feed's folder
   * @param date the business date
   * @param policy the policy in force on it
   * @param ladder its tiers
   * @param listings what to publish
   * @param stillOwner is asked before files are replaced, and once more right before the manifest:
   *     what it throws ends the publication, and the feed stays as it was
   * @throws FeedException if what is published now is damaged, or the folder cannot be written
   * @throws IllegalStateException if the listings are out of order
   */
  public Publication publish(
      Path feedFolder,
      LocalDate date,
      PolicyVersion policy,
      Ladder ladder,
      ListingSource listings,
      StillOwner stillOwner) {
    checkWritable(feedFolder);
    PublishedFeed current = PublishedFeed.find(feedFolder).orElse(null);
    try (PartialFiles partial = new PartialFiles(feedFolder)) {
      Draft draft = write(listings, ladder, current, partial);
      if (current != null
          && current.manifest().publishes(date, policy, draft.partners().sha256())) {
        FeedManifest manifest = current.manifest();
        return new Publication(
            manifest.partners().rows(), manifest.changes().rows(), false, current.sha256());
      }
      stillOwner.require();
      return replace(feedFolder, date, policy, current, partial, draft, stillOwner);
    } catch (IOException e) {
      throw FeedException.unwritable(feedFolder, e);
    }
  }

  private record Draft(FeedFileWriter.Written partners, FeedFileWriter.Written changes) {}

  private static Draft write(
      ListingSource listings, Ladder ladder, @Nullable PublishedFeed current, PartialFiles partial)
      throws IOException {
    try (PartnersDraft partners = new PartnersDraft(partial.partners(), current);
        FeedFileWriter changes = new FeedFileWriter(partial.changes());
        PublishedListings published = current == null ? null : current.openListings()) {
      ListingMerge merge = new ListingMerge(published, ladder, partners, changes);
      if (current != null && listings.forEachChanged(current.sha256(), merge::takeChanged)) {
        merge.endChanged();
      } else {
        listings.forEach(merge::take);
        merge.end();
      }
      return new Draft(partners.finish(), changes.finish());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Publication replace(
      Path feedFolder,
      LocalDate date,
      PolicyVersion policy,
      @Nullable PublishedFeed current,
      PartialFiles partial,
      Draft draft,
      StillOwner stillOwner)
      throws IOException {
    String folder = FeedFolder.free(date, current == null ? null : current.manifest());
    FeedManifest manifest =
        new FeedManifest(
            date,
            policy,
            draft.partners().at(folder + "/" + FeedFolder.PARTNERS),
            draft.changes().at(folder + "/" + FeedFolder.CHANGES),
            current == null
                ? null
                : new FeedManifest.Previous(current.manifest().date(), current.sha256()));
    byte[] bytes = FeedManifestJson.write(manifest);
    DurableFiles.write(partial.manifest(), bytes);

    Path target = feedFolder.resolve(folder);
    DurableFiles.createFolder(target);
    DurableFiles.replace(partial.partners(), target.resolve(FeedFolder.PARTNERS));
    DurableFiles.replace(partial.changes(), target.resolve(FeedFolder.CHANGES));
    DurableFiles.syncFolder(target);
    DurableFiles.syncFolder(feedFolder.resolve(date.toString()));
    DurableFiles.syncFolder(feedFolder);
    stillOwner.require();
    // Only now does the manifest name them.
    DurableFiles.replace(partial.manifest(), feedFolder.resolve(FeedFolder.MANIFEST));
    DurableFiles.syncFolder(feedFolder);
    return new Publication(
        manifest.partners().rows(), manifest.changes().rows(), true, Sha256.of(bytes));
  }
}
