package dev.touchstone.batch.directory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The listings of a publication in their order, one held at a time. */
final class PublishedListings implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final String path;
  private final InputStream in;
  private byte[] bytes = new byte[BUFFER];
  private int from;
  private int to;
  private @Nullable PublishedLine head;

  /**
   * @param folder the feed's folder
   * @param path the file, relative to it
   */
  PublishedListings(Path folder, String path) {
    this.folder = folder;
    this.path = path;
    try {
      this.in = open(folder.resolve(path));
    } catch (IOException e) {
      throw damaged(e);
    }
    this.head = read();
  }

  /** The next listing, not yet taken; null after the last. It is good until the next is asked. */
  @Nullable PublishedLine head() {
    return head;
  }

  /**
   * The next listing, which is known to be there.
   *
   * @throws FeedException if it is not
   */
  PublishedLine require() {
    if (head == null) {
      throw damaged(new MalformedFeedException("it has lost lines"));
    }
    return head;
  }

  /** Goes on to the listing after the head. */
  void advance() {
    head = read();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** What is told where a published line cannot be used. */
  FeedException damaged(IOException cause) {
    return FeedException.damaged(
        folder, new MalformedFeedException(path + " cannot be used, " + cause.getMessage(), cause));
  }

  private @Nullable PublishedLine read() {
    try {
      int end = findEndOfLine();
      if (end < 0) {
        return null;
      }
      int start = from;
      from = Math.min(end + 1, to);
      return new PublishedLine(this, bytes, start, end);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Where the line that begins at {@code from} ends; -1 where there is none. */
  private int findEndOfLine() throws IOException {
    int next = from;
    while (true) {
      for (; next < to; next++) {
        if (bytes[next] == '\n') {
          return next;
        }
      }
      int scanned = next - from;
      if (!readMore()) {
        return from == to ? -1 : to;
      }
      next = from + scanned;
    }
  }

  private boolean readMore() throws IOException {
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, to - from);
      to -= from;
      from = 0;
    } else if (to == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = in.read(bytes, to, bytes.length - to);
    if (count < 0) {
      return false;
    }
    to += count;
    return true;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
