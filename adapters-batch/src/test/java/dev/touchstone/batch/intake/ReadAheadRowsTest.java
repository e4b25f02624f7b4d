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
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAheadRowsTest {

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
    Rows source = new Rows(1_000_000, null);
    ReadAheadRows rows = new ReadAheadRows(source);
    rows.next();
    rows.close();

    assertThat(source.read).isPositive().isLessThan(3_000);
    assertThat(source.closed).isTrue();
  }

  @Test
  void readsFewLongRowsAhead() throws Exception {
    Rows source =
        new Rows(1_000_000, null) {
          @Override
          List<@Nullable Cell> cells() {
            return List.of(new Cell.Text("x".repeat(Cell.MAX_TEXT)));
          }
        };
    ReadAheadRows rows = new ReadAheadRows(source);
    rows.next();
    rows.close();

    assertThat(source.read).isPositive().isLessThan(1_000);
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
    closing.interrupt();
    mayGoOn.countDown();
    closing.join();

    assertThat(source.closed).isTrue();
    assertThat(source.read).isEqualTo(10);
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
    volatile int read;
    volatile boolean closed;

    Rows(int size, @Nullable Exception failure) {
      this.size = size;
      this.failure = failure;
    }

    @Override
    public @Nullable SourceRow next() throws UnusableFileException {
      if (read < size) {
        read = read + 1;
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
