package dev.touchstone.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedInputStreamTest {

  private static final UploadPace PACE = new UploadPace(100, Duration.ofSeconds(30));

  private final AtomicLong nanos = new AtomicLong(-7);
  private final InputStream content = new ByteArrayInputStream(new byte[100_000]);
  private final InputStream paced = new PacedInputStream(content, PACE, nanos::get);

  @Test
  void readsWhatComesFastEnough() throws IOException {
    waitFor(Duration.ofSeconds(30));
    assertThat(paced.readNBytes(1_000)).hasSize(1_000);
    waitFor(Duration.ofSeconds(10));
    assertThat(paced.readAllBytes()).hasSize(99_000);
    assertThat(paced.read()).isEqualTo(-1);
  }

  @Test
  void breaksOffATrickleOnceThePatienceIsOver() throws IOException {
    for (int i = 0; i < 30; i++) {
      assertThat(paced.read()).isZero();
      waitFor(Duration.ofSeconds(1));
    }
    assertThat(paced.read()).as("still within the patience").isZero();

    waitFor(Duration.ofSeconds(1));

    assertThatExceptionOfType(TooSlowException.class).isThrownBy(paced::read);
    assertThatExceptionOfType(TooSlowException.class)
        .as("nobody drains it either")
        .isThrownBy(() -> paced.readNBytes(9));
  }

  @Test
  void breaksOffWhatBecomesTooSlowLater() throws IOException {
    paced.readNBytes(1_000);
    waitFor(Duration.ofSeconds(40));
    assertThat(paced.read()).isZero();

    waitFor(Duration.ofSeconds(1));

    assertThatExceptionOfType(TooSlowException.class).isThrownBy(paced::read);
  }

  @Test
  void refusesAPaceThatAsksForNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UploadPace(0, Duration.ZERO))
        .withMessageContaining("touchstone.upload.slowest");
  }

  private void waitFor(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
