package dev.touchstone.web.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.InvalidRequestException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Questions as of a date, between their parameters and their problems. */
final class AsOf {

  private static final int LAST_YEAR = 9999;

  private AsOf() {}

  /**
   * The question, by what the night of the date knew, or by what is known now.
   *
   * @throws InvalidRequestException if the date is beyond all that is counted in years of four
   *     digits
   */
  static AsOfQuery query(Role reader, String partner, @Nullable LocalDate date) {
    if (date != null) {
      counted(date);
    }
    return new AsOfQuery(new PartnerId(partner), date, null, reader);
  }

  /**
   * The question, by what was known at a moment if one is given.
   *
   * @param clock says what lies ahead: what will be known then, nobody knows
   * @param nights know the clock of what is recorded, which may be ahead of this machine's: what an
   *     answer gave as a moment can be asked for
   * @throws InvalidRequestException if the date is beyond all that is counted in years of four
   *     digits, or the moment before all that was recorded or still to come
   */
  static AsOfQuery query(
      Role reader,
      String partner,
      @Nullable LocalDate date,
      @Nullable Instant knownAt,
      Clock clock,
      DecidedNights nights) {
    AsOfQuery query = query(reader, partner, date);
    if (knownAt != null && knownAt.isBefore(Instant.EPOCH)) {
      throw new InvalidRequestException("knownAt", "is no moment like 2010-10-30T22:00:00Z");
    }
    if (knownAt != null
        && knownAt.isAfter(clock.instant())
        && knownAt.isAfter(nights.readEvidenceClock())) {
      throw new InvalidRequestException(
          "knownAt", "is a moment up to now; leave it out for what is known now");
    }
    return new AsOfQuery(query.partner(), query.date(), knownAt, reader);
  }

  /**
   * The date.
   *
   * @throws InvalidRequestException if it is beyond all that is counted in years of four digits
   */
  static LocalDate counted(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new InvalidRequestException("date", "is no date like 2010-10-30");
    }
    return date;
  }

  /**
   * What was found.
   *
   * @throws ApiException if it was not
   */
  static <T> T found(AsOfResult<T> result) {
    if (result instanceof AsOfResult.NotFound<T> nothing) {
      throw ApiException.notFound(nothing.reason());
    }
    if (result instanceof AsOfResult.Refused<T> refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return ((AsOfResult.Found<T>) result).value();
  }
}
