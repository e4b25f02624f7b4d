package dev.touchstone.batch.directory;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a compressed file of JSON objects, one a line, and tells its digest. The same objects give
 * the same bytes: the header carries no time and the level of compression is fixed. A thread of its
 * own compresses.
 */
final class FeedFileWriter implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileOutputStream out;
  private final MessageDigest digest = Sha256.start();
  private final Gzip gzip;
  private final BackgroundOutputStream lines;
  private long rows;

  FeedFileWriter(Path file) throws IOException {
    this.file = file;
    this.out = new FileOutputStream(file.toFile());
    this.gzip = new Gzip(new DigestOutputStream(out, digest));
    this.lines = new BackgroundOutputStream(gzip, "compress-" + file.getFileName());
  }

  /** Writes the line, which was ended. */
  void write(JsonLine line) throws IOException {
    line.writeTo(lines);
    rows++;
  }

  /** Writes a line that lies between two places of the bytes, its break aside. */
  void write(byte[] bytes, int from, int to) throws IOException {
    lines.write(bytes, from, to - from);
    lines.write('\n');
    rows++;
  }

  /** What was written. */
  record Written(long rows, long bytes, String sha256) {

    /** As the manifest describes it, at its path. */
    FeedFile at(String path) {
      return new FeedFile(path, rows, bytes, sha256);
    }
  }

  /** Ends the file; it is on the disk when this returns. */
  Written finish() throws IOException {
    lines.finish();
    gzip.finish();
    out.getFD().sync();
    return new Written(rows, Files.size(file), Sha256.end(digest));
  }

  @Override
  public void close() throws IOException {
    lines.close();
    // Not through the compression: it would write on, and after a full disk fail again.
    out.close();
  }

  private static final class Gzip extends GZIPOutputStream {

    private static final int LEVEL = 6;

    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}
