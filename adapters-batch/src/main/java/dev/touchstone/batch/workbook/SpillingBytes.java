package dev.touchstone.batch.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once and read anywhere: the first ones in memory, what goes beyond a
 * budget in a temporary file that is gone on closing. Trouble with that file is the machine's, not
 * the workbook's, and comes as {@link UncheckedIOException}.
 */
final class SpillingBytes implements Closeable {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int WINDOW_BYTES = 64 << 10;

  private final List<byte[]> blocks = new ArrayList<>();
  private final Path directory;
  private final long memoryBytes;
  private long size;

  private @Nullable FileChannel file;
  private final ByteBuffer unwritten = ByteBuffer.allocate(BLOCK_BYTES);
  private byte[] window = new byte[0];
  private long windowStart;

  /**
   * None yet.
   *
   * @param memoryBytes the budget
   * @param directory where the temporary file goes
   */
  SpillingBytes(int memoryBytes, Path directory) {
    this.directory = directory;
    // Whole blocks, so that none lies half in memory.
    this.memoryBytes = Math.max(1, memoryBytes / BLOCK_BYTES) * (long) BLOCK_BYTES;
  }

  /** How many bytes there are. */
  long size() {
    return size;
  }

  /** Adds bytes at the end. */
  void append(byte[] bytes) {
    int done = 0;
    while (done < bytes.length) {
      int count = size < memoryBytes ? toMemory(bytes, done) : toFile(bytes, done);
      done += count;
      size += count;
    }
  }

  /** Reads bytes that were added. */
  byte[] read(long position, int length) {
    byte[] result = new byte[length];
    int done = 0;
    while (done < length) {
      long from = position + done;
      done +=
          from < memoryBytes
              ? fromMemory(from, result, done)
              : fromFile(from - memoryBytes, result, done);
    }
    return result;
  }

  @Override
  public void close() {
    blocks.clear();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The temporary file for shared strings cannot be closed.", e);
      }
    }
  }

  private int toMemory(byte[] bytes, int start) {
    int inBlock = (int) (size % BLOCK_BYTES);
    if (inBlock == 0) {
      blocks.add(new byte[BLOCK_BYTES]);
    }
    int count = Math.min(bytes.length - start, BLOCK_BYTES - inBlock);
    System.arraycopy(bytes, start, blocks.get(blocks.size() - 1), inBlock, count);
    return count;
  }

  private int fromMemory(long position, byte[] target, int start) {
    int inBlock = (int) (position % BLOCK_BYTES);
    int count = Math.min(target.length - start, BLOCK_BYTES - inBlock);
    System.arraycopy(blocks.get((int) (position / BLOCK_BYTES)), inBlock, target, start, count);
    return count;
  }

  private int toFile(byte[] bytes, int start) {
    if (!unwritten.hasRemaining()) {
      flush();
    }
    int count = Math.min(bytes.length - start, unwritten.remaining());
    unwritten.put(bytes, start, count);
    return count;
  }

  private int fromFile(long position, byte[] target, int start) {
    if (position < windowStart || position >= windowStart + window.length) {
      load(position);
    }
    int inWindow = (int) (position - windowStart);
    int count = Math.min(target.length - start, window.length - inWindow);
    System.arraycopy(window, inWindow, target, start, count);
    return count;
  }

  private void flush() {
    try {
      FileChannel channel = open();
      unwritten.flip();
      while (unwritten.hasRemaining()) {
        channel.write(unwritten);
      }
      unwritten.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file for shared strings cannot be written.", e);
    }
  }

  private void load(long position) {
    if (unwritten.position() > 0) {
      flush();
    }
    try {
      FileChannel channel = open();
      int length = (int) Math.min(WINDOW_BYTES, channel.size() - position);
      ByteBuffer loaded = ByteBuffer.allocate(length);
      while (loaded.hasRemaining()) {
        if (channel.read(loaded, position + loaded.position()) < 0) {
          throw new IOException("The temporary file for shared strings was cut.");
        }
      }
      window = loaded.array();
      windowStart = position;
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file for shared strings cannot be read.", e);
    }
  }

  private FileChannel open() throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      Path path = Files.createTempFile(directory, "touchstone-survey-", ".strings");
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = channel;
    }
    return channel;
  }
}
