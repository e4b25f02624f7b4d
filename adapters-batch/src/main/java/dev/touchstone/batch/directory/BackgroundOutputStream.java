package dev.touchstone.batch.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Has another thread write to a stream, so that what is written is compressed while the next lines
 * are made. What that thread meets is thrown here, by {@link #finish} at the latest. Interrupts do
 * not break it off: a publication that is interrupted is ended first. The stream behind stays open.
 */
final class BackgroundOutputStream extends OutputStream {

  private static final int BLOCK = 1 << 16;
  private static final int MOST_WAITING = 8;

  private final OutputStream target;
  private final ExecutorService writer;
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private byte[] block = new byte[BLOCK];
  private int length;
  private volatile @Nullable Throwable failure;
  private volatile boolean abandoned;

  /**
   * @param target where to write
   * @param thread the name of the thread that does
   */
  BackgroundOutputStream(OutputStream target, String thread) {
    this.target = target;
    this.writer =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread created = new Thread(task, thread);
              created.setDaemon(true);
              return created;
            });
  }

  @Override
  public void write(int b) throws IOException {
    if (length == BLOCK) {
      hand();
      throwFailure();
    }
    block[length++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    int end = offset + count;
    while (from < end) {
      if (length == BLOCK) {
        hand();
        throwFailure();
      }
      int part = Math.min(end - from, BLOCK - length);
      System.arraycopy(bytes, from, block, length, part);
      length += part;
      from += part;
    }
  }

  /** Returns once all is written. */
  void finish() throws IOException {
    hand();
    room.acquireUninterruptibly(MOST_WAITING);
    room.release(MOST_WAITING);
    throwFailure();
  }

  /** Ends the thread; what it has not written by then is dropped. */
  @Override
  public void close() {
    abandoned = true;
    room.acquireUninterruptibly(MOST_WAITING);
    room.release(MOST_WAITING);
    writer.shutdown();
  }

  private void hand() {
    byte[] full = block;
    int count = length;
    block = new byte[BLOCK];
    length = 0;
    room.acquireUninterruptibly();
    writer.execute(() -> writeBlock(full, count));
  }

  private void writeBlock(byte[] full, int count) {
    try {
      if (failure == null && !abandoned) {
        target.write(full, 0, count);
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    } finally {
      room.release();
    }
  }

  private void throwFailure() throws IOException {
    Throwable met = failure;
    if (met instanceof IOException) {
      throw new IOException(met.getMessage(), met);
    }
    if (met != null) {
      throw new IllegalStateException("The thread that writes has failed", met);
    }
  }
}
