package dev.touchstone.benchmark;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A CSV of certifications, all of them good. */
final class CertificationFile {

  private static final LocalDate FIRST_AWARD = LocalDate.of(2008, 1, 1);

  private CertificationFile() {}

  /** Two certificates for each person, rows in no order of persons. */
  static void write(Path file, int rows, int partners, Catalog catalog) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<CertificationCode> codes =
        catalog.listSpecializations().stream()
            .flatMap(specialization -> specialization.accepts().stream())
            .sorted()
            .toList();
    int people = Math.max(1, rows / 2);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "certificate_id,person_id,person_name,person_email,partner_id,certification_code,"
              + "awarded_on,expires_on,revoked_on\n");
      for (int i = 0; i < rows; i++) {
        int person = i % people;
        LocalDate awardedOn = FIRST_AWARD.plusDays(i % 1_000);
        out.write(
            String.format(
                "C-%08d,H-%08d,%s,person%d@example.com,%s,%s,%s,%s,\n",
                i,
                person,
                Invented.person(person),
                person,
                Invented.partner(person, partners),
                codes.get(i % codes.size()).value(),
                awardedOn,
                i % 3 == 0 ? awardedOn.plusYears(3) : ""));
      }
    }
  }
}
