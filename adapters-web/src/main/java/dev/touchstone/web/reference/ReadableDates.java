package dev.touchstone.web.reference;

import dev.touchstone.domain.text.Language;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days and moments as customers read them, in the program's time zone. */
final class ReadableDates {

  private ReadableDates() {}

  static String of(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
  }

  static String of(Instant moment, Language language) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale())
        .format(moment.atZone(ProgramDays.ZONE));
  }
}
