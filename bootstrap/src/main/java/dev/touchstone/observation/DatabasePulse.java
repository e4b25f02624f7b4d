package dev.touchstone.observation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Whether the database can be used: whether the pool gave a connection that answers a moment ago.
 * Who asks is told at once, also while a connection is waited for.
 */
final class DatabasePulse implements HealthIndicator {

  /** How much later than due a beat may come: its answer takes a while on a busy server. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final int SECONDS_TO_ANSWER = 5;

  private final DataSource dataSource;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private volatile long lastBeat;

  /**
   * The pulse of the database of the data source, which the start of the server has used.
   *
   * @param every the pause between two beats
   * @param nanoTime a clock that nobody sets, in nanoseconds
   */
  DatabasePulse(DataSource dataSource, Duration every, LongSupplier nanoTime) {
    this.dataSource = dataSource;
    this.patience = every.plus(GRACE);
    this.nanoTime = nanoTime;
    this.lastBeat = nanoTime.getAsLong();
  }

  /**
   * Feels it once.
   *
   * @throws CannotGetJdbcConnectionException if there is none
   */
  void feel() {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(SECONDS_TO_ANSWER)) {
        throw new SQLException("The database does not answer");
      }
      lastBeat = nanoTime.getAsLong();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("The database cannot be used", e);
    }
  }

  @Override
  public Health health() {
    boolean beats = nanoTime.getAsLong() - lastBeat <= patience.toNanos();
    return (beats ? Health.up() : Health.down()).build();
  }
}
