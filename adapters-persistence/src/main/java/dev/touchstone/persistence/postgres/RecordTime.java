package dev.touchstone.persistence.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as {@code timestamptz} has them: in microseconds. */
public final class RecordTime {

  private RecordTime() {}

  /** The moment, cut to microseconds; the driver would round it, at times into the future. */
  public static OffsetDateTime of(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** As {@link #of}, of a moment that may be absent. */
  public static @Nullable OffsetDateTime ofNullable(@Nullable Instant moment) {
    return moment == null ? null : of(moment);
  }

  /** The moment in a column; null where the column is. */
  public static @Nullable Instant get(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
