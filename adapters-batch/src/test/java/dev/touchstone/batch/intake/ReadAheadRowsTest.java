package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ReadAheadRowsTest {

  /** Those ahead, and the one that rows are taken from. */
  private static final int BATCHES = 21;

  private static final Fault FAULT =
      new Fault(RejectReason.FILE_UNREADABLE, "The file is damaged; send it again.", List.of());

  @Test
  void handsOutAllRowsInOrder() throws Exception {
    for (int size : new int[] {0, 1, 99, 100, 101, 5_000}) {
      try (ReadAheadRows rows = new ReadAheadRows(new Rows(size, null))) {
        assertThat(linesOf(rows)).containsExactly(lines(size));
        assertThat(rows.next()).isNull();
      }
    }
  }

  @Test
  void failsBehindTheRowsThatCouldBeRead() throws Exception {
    for (int size : new int[] {0, 100, 1_234}) {
      try (ReadAheadRows rows =
          new ReadAheadRows(new Rows(size, new UnusableFileException(FAULT)))) {
        for (long line = 1; line <= size; line++) {
          SourceRow row = rows.next();
          assertThat(row).isNotNull();
          assertThat(row.place().line()).isEqualTo(line);
        }
        assertThatExceptionOfType(UnusableFileException.class)
            .isThrownBy(rows::next)
            .satisfies(e -> assertThat(e.fault()).isEqualTo(FAULT));
      }
    }
  }

  @Test
  void failsWithWhatTheReaderFailsWith() throws Exception {
    RuntimeException cause = new IllegalStateException("disk");
    try (ReadAheadRows rows = new ReadAheadRows(new Rows(0, cause))) {
      assertThatThrownBy(rows::next).isSameAs(cause);
    }
  }

  @Test
  void readsNoFurtherAheadThanABoundedNumberOfRows() throws Exception {
    int ahead = BATCHES * 100;
    Rows source = new Rows(1_000_000, null, ahead);
    try (ReadAheadRows rows = new ReadAheadRows(source)) {
      rows.next();
      source.awaitStop();

      assertThat(source.read).isEqualTo(ahead);
    }
    assertThat(source.read).isEqualTo(ahead);
    assertThat(source.closed).isTrue();
  }

  @Test
  void readsFewLongRowsAhead() throws Exception {
    int ahead = BATCHES * 33; // 32 such rows are 128,000 characters of 131,072
    Rows source =
        new Rows(1_000_000, null, ahead) {
          @Override
          List<@Nullable Cell> cells() {
            return List.of(new Cell.Text("x".repeat(4_000)));
          }
        };
    try (ReadAheadRows rows = new ReadAheadRows(source)) {
      rows.next();
      source.awaitStop();

      assertThat(source.read).isEqualTo(ahead);
    }
  }

  @Test
  void closesWhatItReadsOnlyWhenNothingIsBeingRead() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Rows source =
        new Rows(10, null) {
          @Override
          public @Nullable SourceRow next() throws UnusableFileException {
            reading.countDown();
            try {
              mayGoOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            assertThat(closed).isFalse();
            return super.next();
          }
        };
    ReadAheadRows rows = new ReadAheadRows(source);
    reading.await();
    Thread closing =
        new Thread(
            () -> {
              try {
                rows.close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    closing.start();
    await(() -> closing.getState() == Thread.State.TIMED_WAITING || !closing.isAlive());
    closing.interrupt();
    await(
        () ->
            !closing.isInterrupted() && closing.getState() == Thread.State.TIMED_WAITING
                || !closing.isAlive());
    assertThat(closing.isAlive()).as("it waits, interrupted or not").isTrue();
    assertThat(source.closed).isFalse();
    mayGoOn.countDown();
    closing.join();

    assertThat(source.closed).isTrue();
    assertThat(source.read).isEqualTo(10);
  }

  /** Asks again and again; a condition that never comes is ended by the test's time limit. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(1);
    }
  }

  private static List<Long> linesOf(SourceRows rows) throws UnusableFileException {
    List<Long> lines = new ArrayList<>();
    for (SourceRow row = rows.next(); row != null; row = rows.next()) {
      lines.add(row.place().line());
    }
    return lines;
  }

  private static Long[] lines(int size) {
    return LongStream.rangeClosed(1, size).boxed().toArray(Long[]::new);
  }

  /** So many rows, and then a failure or the end. */
  private static class Rows implements SourceRows {

    private final int size;
    private final @Nullable Exception failure;
    private final CountDownLatch awaited;
    private volatile @Nullable Thread reader;
    volatile int read;
    volatile boolean closed;

    Rows(int size, @Nullable Exception failure) {
      this(size, failure, 0);
    }

    /**
     * @param awaited how many rows are to be read before the reader stops
     */
    Rows(int size, @Nullable Exception failure, int awaited) {
      this.size = size;
      this.failure = failure;
      this.awaited = new CountDownLatch(awaited);
    }

    /**
     * Waits until the reader has read as far as awaited and then waits for work. Before that it may
     * look as if it did, when it was faster than what gives it work.
     */
    void awaitStop() throws InterruptedException {
      awaited.await();
      Thread stopping = Objects.requireNonNull(reader);
      await(() -> stopping.getState() == Thread.State.WAITING);
    }

    @Override
    public @Nullable SourceRow next() throws UnusableFileException {
      if (read < size) {
        reader = Thread.currentThread();
        read = read + 1;
        awaited.countDown();
        return new SourceRow(RowPlace.line(read), cells(), DateSystem.FROM_1900);
      }
      if (failure instanceof UnusableFileException unusable) {
        throw unusable;
      }
      if (failure instanceof RuntimeException broken) {
        throw broken;
      }
      return null;
    }

    List<@Nullable Cell> cells() {
      return List.of();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
