package dev.touchstone.web.partner;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.EnrollmentKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of enrollments as paths have them: {@code CRM~COMPETENCY~2010-10-30}. */
final class EnrollmentKeys {

  private static final Pattern FORM =
      Pattern.compile("(.+)~(TOOLKIT|COMPETENCY)~(\\d{4}-\\d{2}-\\d{2})", Pattern.DOTALL);

  private EnrollmentKeys() {}

  static String write(EnrollmentKey key) {
    return key.specialization() + "~" + key.kind() + "~" + key.from();
  }

  /** The key; empty where no enrollment can have it. */
  static Optional<EnrollmentKey> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EnrollmentKey(
              new SpecializationCode(matcher.group(1)),
              EnrollmentKind.valueOf(matcher.group(2)),
              LocalDate.parse(matcher.group(3))));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
