package dev.touchstone.web.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A stream that breaks off once it comes too slowly. A single read may still wait as long as the
 * container lets it: the container's time-outs are about silence, and know of no trickle.
 */
final class PacedInputStream extends FilterInputStream {

  private final UploadPace pace;
  private final LongSupplier nanoTime;
  private final long begin;
  private long bytes;

  PacedInputStream(InputStream in, UploadPace pace, LongSupplier nanoTime) {
    super(in);
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (pace.isTooSlow(bytes, nanoTime.getAsLong() - begin)) {
      throw new TooSlowException();
    }
    int read = super.read(buffer, offset, length);
    bytes += Math.max(read, 0);
    return read;
  }
}
