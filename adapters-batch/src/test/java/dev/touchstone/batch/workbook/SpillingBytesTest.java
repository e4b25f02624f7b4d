package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillingBytesTest {

  @TempDir private Path directory;

  @Test
  void goesToTheFileOnlyBeyondItsBudget() {
    try (SpillingBytes bytes = new SpillingBytes(2 << 20, directory.resolve("absent"))) {
      bytes.append(new byte[2 << 20]);
      assertThat(bytes.read(0, 2 << 20)).isEqualTo(new byte[2 << 20]);

      assertThatThrownBy(() -> bytes.append(new byte[2 << 20]))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("temporary file");
    }
  }

  @Test
  void readsBackFromMemoryAndFile() {
    long seed = 3;
    Random random = new Random(seed);
    List<byte[]> written = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    try (SpillingBytes bytes = new SpillingBytes(1 << 20, directory)) {
      for (int i = 0; i < 3000; i++) {
        byte[] next = new byte[random.nextInt(4000)];
        random.nextBytes(next);
        starts.add(bytes.size());
        written.add(next);
        bytes.append(next);
        int any = random.nextInt(written.size());
        assertThat(bytes.read(starts.get(any), written.get(any).length))
            .as("seed %d, string %d of %d", seed, any, i)
            .isEqualTo(written.get(any));
      }
      for (int i = 0; i < written.size(); i++) {
        assertThat(bytes.read(starts.get(i), written.get(i).length))
            .as("seed %d, string %d", seed, i)
            .isEqualTo(written.get(i));
      }
    }
    assertThat(directory).as("after closing").isEmptyDirectory();
  }
}
