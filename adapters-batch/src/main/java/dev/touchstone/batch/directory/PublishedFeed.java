package dev.touchstone.batch.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a folder publishes now, its files found to be those the manifest describes.
 *
 * @param folder the feed's folder
 * @param manifest the manifest in force
 * @param sha256 the manifest's digest
 */
record PublishedFeed(Path folder, FeedManifest manifest, String sha256) {

  /**
   * What the folder publishes, if anything.
   *
   * @throws FeedException if the manifest or a file it names is damaged
   */
  static Optional<PublishedFeed> find(Path folder) {
    Path file = folder.resolve(FeedFolder.MANIFEST);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      FeedManifest manifest = readManifest(bytes);
      for (FeedFile named : List.of(manifest.partners(), manifest.changes())) {
        verify(folder, named);
      }
      return Optional.of(new PublishedFeed(folder, manifest, Sha256.of(bytes)));
    } catch (MalformedFeedException e) {
      throw FeedException.damaged(folder, e);
    } catch (IOException e) {
      throw FeedException.damaged(
          folder, new MalformedFeedException("it cannot be read (" + e + ")", e));
    }
  }

  /** Opens the listings it publishes. */
  PublishedListings openListings() {
    return new PublishedListings(folder, manifest.partners().path());
  }

  private static FeedManifest readManifest(byte[] bytes) throws IOException {
    try {
      return FeedManifestJson.read(bytes);
    } catch (MalformedFeedException e) {
      throw new MalformedFeedException(
          FeedFolder.MANIFEST + " cannot be used, " + e.getMessage(), e);
    }
  }

  private static void verify(Path folder, FeedFile named) throws IOException {
    Path file = folder.resolve(named.path());
    if (!Files.isRegularFile(file)) {
      throw new MalformedFeedException(named.path() + " is missing");
    }
    if (!Sha256.of(file).equals(named.sha256())) {
      throw new MalformedFeedException(
          named.path() + " has another sha256 than " + FeedFolder.MANIFEST + " says");
    }
  }
}
