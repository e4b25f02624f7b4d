package dev.touchstone.batch.directory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a publication while they are being written: in the feed's folder, so that a move
 * puts each in its place at once. Opening removes what a crash left, closing what was not moved.
 */
final class PartialFiles implements Closeable {

  private static final String PARTIAL = ".partial";

  private final Path partners;
  private final Path changes;
  private final Path manifest;

  PartialFiles(Path feedFolder) throws IOException {
    partners = feedFolder.resolve(FeedFolder.PARTNERS + PARTIAL);
    changes = feedFolder.resolve(FeedFolder.CHANGES + PARTIAL);
    manifest = feedFolder.resolve(FeedFolder.MANIFEST + PARTIAL);
    remove();
  }

  Path partners() {
    return partners;
  }

  Path changes() {
    return changes;
  }

  Path manifest() {
    return manifest;
  }

  @Override
  public void close() throws IOException {
    remove();
  }

  private void remove() throws IOException {
    for (Path file : List.of(partners, changes, manifest)) {
      Files.deleteIfExists(file);
    }
  }
}
