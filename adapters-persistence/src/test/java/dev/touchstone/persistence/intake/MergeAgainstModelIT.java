package dev.touchstone.persistence.intake;

import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.faulty;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.MergeModel.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights of random files over few keys, merged here and in the model. */
class MergeAgainstModelIT {

  private static final int NIGHTS = 8;

  private final DataSource dataSource = MigratedDatabase.empty();
  private final JdbcClient client = JdbcClient.create(dataSource);
  private final IntakeFixture intake = new IntakeFixture(dataSource);
  private final JdbcRejects rejects = new JdbcRejects(dataSource);
  private final MergeModel model = new MergeModel();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void mergesAsTheRulesSay(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < NIGHTS; n++) {
      NightId night = intake.night(LocalDate.of(2010, 10, 30).plusDays(n).toString());
      for (int file = random.nextInt(3); file > 0; file--) {
        List<ParsedRow> rows = rows(random, () -> partnerRow(random));
        check(seed, night, EvidenceKind.PARTNERS, rows);
      }
      for (int file = random.nextInt(4); file > 0; file--) {
        List<ParsedRow> rows = rows(random, () -> certificationRow(random));
        check(seed, night, EvidenceKind.CERTIFICATIONS, rows);
      }
    }
  }

  private void check(long seed, NightId night, EvidenceKind kind, List<ParsedRow> rows) {
    Outcome expected =
        kind == EvidenceKind.PARTNERS
            ? model.mergePartners(night.businessDate(), rows)
            : model.mergeCertifications(night.businessDate(), rows);
    IntakeFile file = intake.stage(night, kind, rows.toArray(ParsedRow[]::new));
    String what = "seed " + seed + ", night " + night + ", rows " + rows;

    assertThat(new Outcome(intake.merge(file), rejectsOf(file))).as(what).isEqualTo(expected);
    assertThat(current("SELECT concat_ws(' ', partner_id, name) FROM partner"))
        .as(what)
        .isEqualTo(model.listNames());
    assertThat(
            current(
                """
                SELECT concat_ws(' ', certificate_id, person_id, certification_code)
                FROM certification
                """))
        .as(what)
        .isEqualTo(model.listCertificates());
    assertThat(current("SELECT concat_ws(' ', partner_id, valid_from, status) FROM partner_status"))
        .as(what)
        .isEqualTo(model.listStatuses());
    assertThat(current("SELECT concat_ws(' ', person_id, valid_from, partner_id) FROM employment"))
        .as(what)
        .isEqualTo(model.listEmployers());
  }

  private List<String> rejectsOf(IntakeFile file) {
    List<RejectedRow> rows = new ArrayList<>();
    try (Stream<RejectedRow> stream = rejects.streamOf(file)) {
      stream.forEach(rows::add);
    }
    return rows.stream().map(row -> row.place().line() + " " + row.fault().reason()).toList();
  }

  /** The texts of the versions known now, in byte order; -infinity comes before any year. */
  private List<String> current(String select) {
    return client.sql(select + " WHERE superseded_at IS NULL").query(String.class).list().stream()
        .sorted()
        .toList();
  }

  private static List<ParsedRow> rows(Random random, Supplier<EvidenceRow> row) {
    List<ParsedRow> rows = new ArrayList<>();
    for (int line = 2 + random.nextInt(7); line >= 2; line--) {
      int luck = random.nextInt(20);
      rows.add(
          luck == 0
              ? unreadable(line, RejectReason.BAD_DATE)
              : luck == 1
                  ? faulty(line, row.get(), RejectReason.DATES_REVERSED)
                  : at(line, row.get()));
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static EvidenceRow partnerRow(Random random) {
    String id = "P-" + random.nextInt(4);
    return partner(
        id,
        random.nextInt(4) == 0 ? "Other" : "Name",
        PartnerStatus.values()[random.nextInt(PartnerStatus.values().length)]);
  }

  private static EvidenceRow certificationRow(Random random) {
    return certificate(
        "C-" + random.nextInt(6),
        "E-" + random.nextInt(5),
        "P-" + random.nextInt(5),
        random.nextInt(4) == 0 ? "SCM-200" : "CRM-101");
  }
}
