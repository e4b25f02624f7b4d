package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The end of a zip file, which says where its central directory is. Looked at before the directory
 * is read, because every reader holds all of it in memory.
 */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int COMMENT_BYTES = 0xFFFF;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_BYTES = 56;

  private ZipDirectory() {}

  /** Refuses a directory that is too large; whatever else is wrong is found by the reader. */
  static void check(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long tailStart = Math.max(0, in.length() - END_BYTES - COMMENT_BYTES - LOCATOR_BYTES);
      ByteBuffer tail = read(in, tailStart, (int) (in.length() - tailStart));
      int end = tail.limit() - END_BYTES;
      while (end >= 0 && tail.getInt(end) != END_SIGNATURE) {
        end--;
      }
      if (end < 0) {
        return;
      }
      check(unsigned(tail, end + 12), tailStart + end - unsigned(tail, end + 16));
      int locator = end - LOCATOR_BYTES;
      if (locator >= 0 && tail.getInt(locator) == LOCATOR_SIGNATURE) {
        long end64 = tail.getLong(locator + 8);
        if (end64 >= 0 && end64 <= in.length() - END64_BYTES) {
          ByteBuffer record = read(in, end64, END64_BYTES);
          check(record.getLong(40), end64 - record.getLong(48));
        }
      }
    }
  }

  private static void check(long size, long distance) throws TooLargeException {
    // Negative where the true value is in the record of ZIP64.
    boolean elsewhere = size == 0xFFFF_FFFFL || distance < 0;
    if (!elsewhere && Math.max(size, distance) > WorkbookLimits.DIRECTORY_BYTES) {
      throw new TooLargeException("a central directory of %,d bytes".formatted(size));
    }
  }

  private static ByteBuffer read(RandomAccessFile in, long position, int length)
      throws IOException {
    byte[] bytes = new byte[length];
    in.seek(position);
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long unsigned(ByteBuffer bytes, int position) {
    return Integer.toUnsignedLong(bytes.getInt(position));
  }
}
