package dev.touchstone.batch.directory;

import dev.touchstone.batch.step.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The partners' file of a publication. As long as each line is the next one of the file published
 * before, none is written; where none differs to the end, that file is copied. The bytes are the
 * same, and a night in which nothing changes compresses nothing.
 */
final class PartnersDraft implements Closeable {

  private final Path file;
  private final @Nullable PublishedFeed published;
  private @Nullable FeedFileWriter writer;
  private long kept;

  /**
   * @param file where to write
   * @param published what is published; null if nothing is
   */
  PartnersDraft(Path file, @Nullable PublishedFeed published) {
    this.file = file;
    this.published = published;
  }

  /** Takes the next published line as it is. */
  void keep(PublishedLine line) throws IOException {
    if (writer == null) {
      kept++;
    } else {
      line.writeTo(writer);
    }
  }

  /** Leaves out the next published line. */
  void drop() throws IOException {
    requireWriter();
  }

  /** Writes a line that was not published, or not so. */
  void write(JsonLine line) throws IOException {
    requireWriter().write(line);
  }

  /** Whether no line differs so far from what is published. */
  boolean isAsPublished() {
    return published != null && writer == null;
  }

  /** Ends the file; it is on the disk when this returns. */
  FeedFileWriter.Written finish() throws IOException {
    if (published == null || writer != null) {
      return requireWriter().finish();
    }
    FeedFile before = published.manifest().partners();
    try (InputStream bytes = new PublishedBytes(published.folder(), before.path())) {
      DurableFiles.copy(bytes, file);
    }
    return new FeedFileWriter.Written(before.rows(), before.bytes(), before.sha256());
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private FeedFileWriter requireWriter() throws IOException {
    if (writer == null) {
      writer = new FeedFileWriter(file);
      if (published != null && kept > 0) {
        writeKept(published, writer);
      }
    }
    return writer;
  }

  private void writeKept(PublishedFeed feed, FeedFileWriter to) throws IOException {
    try (PublishedListings lines = feed.openListings()) {
      for (long i = 0; i < kept; i++) {
        lines.require().writeTo(to);
        lines.advance();
      }
    }
  }
}
