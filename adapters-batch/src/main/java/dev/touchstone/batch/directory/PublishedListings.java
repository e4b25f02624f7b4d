package dev.touchstone.batch.directory;

import dev.touchstone.domain.directory.Listing;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The listings of a publication in their order, one held at a time. */
final class PublishedListings implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final String path;
  private final JsonObjectReader reader;
  private @Nullable Listing head;

  /**
   * @param folder the feed's folder
   * @param path the file, relative to it
   */
  PublishedListings(Path folder, String path) {
    this.folder = folder;
    this.path = path;
    try {
      this.reader = open(folder.resolve(path));
    } catch (IOException e) {
      throw damaged(e);
    }
    this.head = read();
  }

  /** The next listing, not yet taken; null after the last. */
  @Nullable Listing head() {
    return head;
  }

  /** Goes on to the listing after the head. */
  void advance() {
    head = read();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable Listing read() {
    try {
      JsonObject line = reader.read();
      return line == null ? null : ListingJson.read(line);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private FeedException damaged(IOException cause) {
    return FeedException.damaged(
        folder, new MalformedFeedException(path + " cannot be used, " + cause.getMessage(), cause));
  }

  private static JsonObjectReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new JsonObjectReader(new GZIPInputStream(in, BUFFER));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
