package dev.touchstone.batch.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The bytes of one part, counted against the limits while they are read, their checksum last. */
final class UnpackedPart extends FilterInputStream {

  private final ZipArchiveEntry entry;
  private final UnpackBudget budget;
  private final CRC32 checksum = new CRC32();
  private long count;

  UnpackedPart(InputStream in, ZipArchiveEntry entry, UnpackBudget budget) {
    super(in);
    this.entry = entry;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      checksum.update(target, offset, read);
      count += read;
      budget.take(read, count);
      checkRatio();
    } else if (read < 0) {
      checkWhole();
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    // Not past the counting: what is skipped is unpacked all the same.
    long skipped = 0;
    while (skipped < bytes && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void checkRatio() throws TooLargeException {
    if (count > WorkbookLimits.RATIO_GRACE_BYTES
        && count / WorkbookLimits.INFLATE_RATIO > entry.getCompressedSize()) {
      throw new TooLargeException(
          "%s is packed more tightly than 1 to %d"
              .formatted(entry.getName(), WorkbookLimits.INFLATE_RATIO));
    }
  }

  private void checkWhole() throws ZipException {
    if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw new ZipException(entry.getName() + " is damaged: its checksum does not match");
    }
  }
}
