package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.SourceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file on a thread of its own, a bounded number of rows ahead of who takes
 * them: a file is read while the rows before are stored. Rows and failures come in the file's
 * order.
 */
final class ReadAheadRows implements SourceRows {

  /** Rows that change threads together, so that the change costs nothing. */
  private static final int BATCH = 100;

  /** Characters after which a batch is full, whatever its rows: rows may be very long. */
  private static final int BATCH_CHARACTERS = 1 << 17;

  /** Batches ahead: as many rows as a chunk, so that one is read while another is stored. */
  private static final int AHEAD = 20;

  private final SourceRows rows;
  private final ExecutorService thread;
  private final Deque<Future<Batch>> ahead = new ArrayDeque<>(AHEAD);
  private Iterator<SourceRow> current = List.<SourceRow>of().iterator();
  private @Nullable UnusableFileException failure;
  private boolean last;

  /** Of the reading thread alone: the file was read as far as it can be. */
  private boolean ended;

  /**
   * Some rows in order.
   *
   * @param last whether there are none behind them
   * @param failure why the file turns out behind them not to be usable; null where it does not
   */
  private record Batch(
      List<SourceRow> rows, boolean last, @Nullable UnusableFileException failure) {}

  /** Reads these rows, and closes them in the end. */
  ReadAheadRows(SourceRows rows) {
    this.rows = rows;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread reader = new Thread(work, Thread.currentThread().getName() + "-reader");
              reader.setDaemon(true);
              return reader;
            });
    for (int i = 0; i < AHEAD; i++) {
      ahead.add(thread.submit(this::read));
    }
  }

  @Override
  public @Nullable SourceRow next() throws UnusableFileException {
    while (!current.hasNext()) {
      if (failure != null) {
        throw failure;
      }
      if (last) {
        return null;
      }
      Batch batch = await(ahead.remove());
      current = batch.rows().iterator();
      last = batch.last();
      failure = batch.failure();
      if (!last) {
        ahead.add(thread.submit(this::read));
      }
    }
    return current.next();
  }

  /** Lets the batch that is being read come to its end, which is not far. */
  @Override
  public void close() throws IOException {
    ahead.forEach(batch -> batch.cancel(false));
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rows.close();
  }

  /** On the reading thread. */
  private Batch read() {
    List<SourceRow> batch = new ArrayList<>(BATCH);
    UnusableFileException unusable = null;
    int characters = 0;
    try {
      while (!ended && batch.size() < BATCH && characters < BATCH_CHARACTERS) {
        SourceRow row = rows.next();
        if (row == null) {
          ended = true;
        } else {
          batch.add(row);
          characters += charactersOf(row);
        }
      }
    } catch (UnusableFileException e) {
      ended = true;
      unusable = e;
    }
    return new Batch(batch, ended, unusable);
  }

  private static int charactersOf(SourceRow row) {
    int characters = 0;
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text) {
        characters += text.value().length();
      }
    }
    return characters;
  }

  /** An interruption is left to whoever asks for it between rows. */
  private static Batch await(Future<Batch> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the reading thread failed with, as it would come without that thread. */
  private static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("A file could not be read", failure);
  }
}
