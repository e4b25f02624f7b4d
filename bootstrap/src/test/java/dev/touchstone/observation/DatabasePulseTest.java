package dev.touchstone.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class DatabasePulseTest {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean away = new AtomicBoolean();
  private final DatabasePulse pulse = new DatabasePulse(database(), EVERY, nanos::get);

  @Test
  void staysUpThroughAShortSilence() {
    nanos.addAndGet(PATIENCE.toNanos());

    assertThat(pulse.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownAfterALongOneAndUpWithTheNextBeat() {
    nanos.addAndGet(PATIENCE.toNanos() + 1);
    assertThat(pulse.health().getStatus()).isEqualTo(Status.DOWN);

    pulse.feel();
    assertThat(pulse.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void waitsForTheNextBeatHoweverFarOffItIs() {
    DatabasePulse slow = new DatabasePulse(database(), Duration.ofMinutes(1), nanos::get);
    nanos.addAndGet(Duration.ofSeconds(70).toNanos());
    assertThat(slow.health().getStatus()).isEqualTo(Status.UP);

    nanos.incrementAndGet();
    assertThat(slow.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void noConnectionIsNoBeat() {
    away.set(true);
    nanos.addAndGet(PATIENCE.toNanos() + 1);

    assertThatThrownBy(pulse::feel).isInstanceOf(CannotGetJdbcConnectionException.class);
    assertThat(pulse.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void tellsNothingOfTheDatabase() {
    assertThat(pulse.health().getDetails()).isEmpty();
  }

  private DataSource database() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (away.get()) {
                throw new SQLException("away");
              }
              return connection();
            });
  }

  private static Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> method.getName().equals("isValid") ? true : null);
  }
}
