package dev.touchstone.command;

import dev.touchstone.domain.time.ProgramDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment: with an offset, or in the program's time zone; a day alone is its end. */
final class KnownAt implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    try {
      if (value.indexOf('T') < 0) {
        return LocalDate.parse(value).plusDays(1).atStartOfDay(ProgramDays.ZONE).toInstant();
      }
      boolean hasOffset = value.endsWith("Z") || value.lastIndexOf('+') > 0 || hasMinus(value);
      return hasOffset
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDateTime.parse(value).atZone(ProgramDays.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no moment; write 2010-11-15, 2010-11-15T18:30 or 2010-11-15T18:30:00Z"
              .formatted(value));
    }
  }

  private static boolean hasMinus(String value) {
    return value.lastIndexOf('-') > value.indexOf('T');
  }
}
