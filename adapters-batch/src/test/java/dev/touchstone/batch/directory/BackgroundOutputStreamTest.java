package dev.touchstone.batch.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundOutputStreamTest {

  private static final int BLOCK = 1 << 16;

  @Test
  void writesAllInOrder() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      try (BackgroundOutputStream out = new BackgroundOutputStream(written, "test")) {
        for (int i = random.nextInt(40); i > 0; i--) {
          byte[] bytes = new byte[random.nextInt(3 * BLOCK)];
          random.nextBytes(bytes);
          out.write(bytes);
          expected.write(bytes);
        }
        out.write(7);
        expected.write(7);
        out.finish();
      }

      assertThat(written.toByteArray()).as("seed %d", seed).isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void tellsWhatTheThreadMetAndWritesNoMore() {
    FailingStream disk = new FailingStream(new IOException("No space left on device"));
    try (BackgroundOutputStream out = new BackgroundOutputStream(disk, "test")) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  out.write(new byte[BLOCK]);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
      assertThatThrownBy(out::finish).hasMessage("No space left on device");
    }
    assertThat(disk.tried).isEqualTo(1);
  }

  @Test
  void hidesNoFaultOfTheProgram() {
    NullPointerException fault = new NullPointerException();
    try (BackgroundOutputStream out = new BackgroundOutputStream(new FailingStream(fault), "t")) {
      assertThatThrownBy(
              () -> {
                out.write(1);
                out.finish();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasCause(fault);
    }
  }

  @Test
  void goesOnWhenItIsInterrupted() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (BackgroundOutputStream out = new BackgroundOutputStream(written, "test")) {
      Thread.currentThread().interrupt();
      out.write(new byte[40 * BLOCK]);
      out.finish();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(written.size()).isEqualTo(40 * BLOCK);
  }

  private static final class FailingStream extends OutputStream {

    private final Exception failure;
    private int tried;

    FailingStream(Exception failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      tried++;
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) failure;
    }
  }
}
