package dev.touchstone.persistence.intake;

import static dev.touchstone.application.intake.EvidenceKind.CERTIFICATIONS;
import static dev.touchstone.application.intake.EvidenceKind.ENROLLMENTS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.application.intake.EvidenceKind.SURVEYS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.competency;
import static dev.touchstone.persistence.intake.IntakeFixture.faulty;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static dev.touchstone.persistence.intake.IntakeFixture.response;
import static dev.touchstone.persistence.intake.IntakeFixture.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.application.intake.port.out.EvidenceStore.StageLostException;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcEvidenceStoreIT {

  private JdbcClient client;
  private DataSource dataSource;
  private IntakeFixture intake;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    intake = new IntakeFixture(dataSource);
  }

  @Test
  void addsNewRowsSupersedesChangedOnesAndLeavesEqualOnesAlone() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")));
    MergeCounts added =
        take(
            first,
            REFERENCES,
            at(2, reference("R-1", "P-1", "CRM", null)),
            at(3, reference("R-2", "P-1", "CRM", null)));
    NightId second = intake.night("2010-10-31");
    MergeCounts changed =
        take(
            second,
            REFERENCES,
            at(2, reference("R-1", "P-1", "CRM", "2010-04-01")),
            at(3, reference("R-2", "P-1", "CRM", null)),
            at(4, reference("R-3", "P-1", "CRM", null)));

    assertThat(added).isEqualTo(new MergeCounts(2, 2, 0, 0, 0));
    assertThat(changed).isEqualTo(new MergeCounts(3, 1, 1, 1, 0));
    assertThat(
            strings(
                """
                SELECT concat_ws(' ', reference_id, signed_on, business_date, file_id,
                  superseded_at IS NULL)
                FROM reference ORDER BY reference_id, recorded_at
                """))
        .containsExactly(
            "R-1 2010-10-30 2 f",
            "R-1 2010-04-01 2010-10-31 3 t",
            "R-2 2010-10-30 2 t",
            "R-3 2010-10-31 3 t");
    assertThat(
            strings(
                """
                SELECT o.superseded_at = n.recorded_at FROM reference o JOIN reference n
                USING (reference_id) WHERE o.superseded_at IS NOT NULL AND n.superseded_at IS NULL
                """))
        .containsExactly("t");
  }

  @Test
  void takesAnOlderVersionSentAgainAsACorrection() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", null)));
    take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", "2010-06-01")));
    MergeCounts again =
        take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", null)));

    assertThat(again).isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
    assertThat(
            strings(
                """
                SELECT concat_ws(' ', valid_until, superseded_at IS NULL) FROM enrollment
                ORDER BY version_id
                """))
        .containsExactly("f", "2010-06-01 f", "t");
  }

  @Test
  void keepsTheVersionsOfAllKinds() {
    NightId night = intake.night("2010-10-30");
    assertThat(take(night, PARTNERS, at(2, partner("P-1"))).added()).isEqualTo(1);
    assertThat(take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", null))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
    assertThat(take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1"))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
    assertThat(take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
    assertThat(take(night, SURVEYS, at(2, response("1001", "P-1", 9))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));

    assertThat(take(night, PARTNERS, at(2, partner("P-1", "Other", PartnerStatus.ACTIVE))))
        .isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
    assertThat(take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1", "SCM-200"))))
        .isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
    assertThat(take(night, SURVEYS, at(2, response("1001", "P-1", 3))))
        .isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
    assertThat(take(night, SURVEYS, at(2, response("1001", "P-1", 3))))
        .isEqualTo(new MergeCounts(1, 0, 0, 1, 0));
  }

  @Test
  void knowsAResponseWithinItsVendorOnly() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    intake.takeSurvey(night, "alpha", at(2, response("1001", "P-1", 9)));

    assertThat(intake.takeSurvey(night, "beta", at(2, response("1001", "P-1", 3))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
    assertThat(strings("SELECT count(*) FROM survey_response WHERE superseded_at IS NULL"))
        .containsExactly("2");
  }

  @Test
  void takesAReferenceToAnotherPartnerAsOtherContent() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null)));

    assertThat(take(night, REFERENCES, at(2, reference("R-1", "P-2", "CRM", null))))
        .isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
  }

  @Test
  void rejectsLaterRowsOfAKeyWithOtherContentAndCountsEqualOnesAsUnchanged() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    MergeCounts counts =
        take(
            night,
            REFERENCES,
            at(5, reference("R-1", "P-1", "CRM", "2010-05-05")),
            at(2, reference("R-1", "P-1", "CRM", null)),
            at(3, reference("R-1", "P-1", "CRM", "2010-05-05")),
            at(4, reference("R-1", "P-1", "CRM", null)));

    assertThat(counts).isEqualTo(new MergeCounts(4, 1, 0, 1, 2));
    assertThat(intake.rejectsOn(night)).containsExactly("3 DUPLICATE_KEY", "5 DUPLICATE_KEY");
    RejectedRow row = intake.listRejects(night).get(0);
    assertThat(row.key()).isEqualTo("R-1");
    assertThat(row.fault().columns()).containsExactly("reference_id");
    assertThat(row.fault().detail())
        .isEqualTo(
            "reference_id R-1: line 2 has the same key with other content; keep the one row that is"
                + " right");
  }

  @Test
  void countsTheFirstValidRowOfAKey() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    MergeCounts counts =
        take(
            night,
            ENROLLMENTS,
            faulty(
                2,
                competency("P-1", "CRM", "2010-05-01", "2010-04-01"),
                RejectReason.DATES_REVERSED),
            at(3, competency("P-1", "CRM", "2010-05-01", null)));

    assertThat(counts).isEqualTo(new MergeCounts(2, 1, 0, 0, 1));
    assertThat(intake.rejectsOn(night)).containsExactly("2 DATES_REVERSED");
  }

  @Test
  void takesTheRowsOfAWorkbookInTheOrderOfItsSheets() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    ParsedRow second =
        new ParsedRow(new RowPlace(1, "Alpha", 3), "7", response("7", "P-1", 2), null);
    ParsedRow first = new ParsedRow(new RowPlace(0, "Zeta", 9), "7", response("7", "P-1", 8), null);
    MergeCounts counts = take(night, SURVEYS, second, first);

    assertThat(counts).isEqualTo(new MergeCounts(2, 1, 0, 0, 1));
    assertThat(intake.listRejects(night).get(0).place()).isEqualTo(new RowPlace(1, "Alpha", 3));
    assertThat(intake.listRejects(night).get(0).fault().detail())
        .startsWith("response id 7: row 9 of sheet Zeta has the same key");
    assertThat(strings("SELECT satisfaction FROM survey_response")).containsExactly("8");
  }

  @Test
  void namesTheFirstOfSeveralFaults() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    MergeCounts counts =
        take(
            night,
            CERTIFICATIONS,
            unreadable(2, RejectReason.MISSING_VALUE),
            faulty(3, certificate("C-1", "E-1", "P-9"), RejectReason.UNKNOWN_CERTIFICATION_CODE),
            faulty(4, certificate("C-1", "E-1", "P-1"), RejectReason.UNKNOWN_CERTIFICATION_CODE),
            at(5, certificate("C-2", "E-2", "P-1")),
            at(6, certificate("C-2", "E-2", "P-2", "SCM-200")),
            at(7, certificate("C-3", "E-3", "P-1")),
            at(8, certificate("C-3", "E-3", "P-1", "SCM-200")));

    assertThat(counts).isEqualTo(new MergeCounts(7, 1, 0, 0, 6));
    assertThat(intake.rejectsOn(night))
        .containsExactly(
            "2 MISSING_VALUE",
            "3 UNKNOWN_PARTNER",
            "4 UNKNOWN_CERTIFICATION_CODE",
            "5 PERSON_CLAIMED_TWICE",
            "6 PERSON_CLAIMED_TWICE",
            "8 DUPLICATE_KEY");
    assertThat(intake.listRejects(night).get(1).fault().detail())
        .isEqualTo("partner_id P-9: no such partner; send the partner first or correct the id");
    assertThat(intake.listRejects(night).get(2).fault().columns()).containsExactly("from", "to");
  }

  @Test
  void namesThePartnerColumnOfAWorkbook() {
    NightId night = intake.night("2010-10-30");
    take(night, SURVEYS, at(2, response("7", "P-9", 8)));

    assertThat(intake.listRejects(night).get(0).fault().columns()).containsExactly("partner id");
    assertThat(intake.listRejects(night).get(0).fault().detail()).startsWith("partner id P-9: ");
  }

  @Test
  void givesARejectedRowItsSecondChance() {
    NightId night = intake.night("2010-10-30");
    assertThat(take(night, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null))))
        .isEqualTo(new MergeCounts(1, 0, 0, 0, 1));
    NightId next = intake.night("2010-10-31");
    take(next, PARTNERS, at(2, partner("P-1")));

    assertThat(take(next, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null))))
        .isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
  }

  @Test
  void rejectsAllRowsOfAPersonClaimedTwice() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    MergeCounts counts =
        take(
            night,
            CERTIFICATIONS,
            at(2, certificate("C-1", "E-1", "P-1")),
            at(3, certificate("C-2", "E-1", "P-1")),
            at(4, certificate("C-3", "E-1", "P-2")),
            at(5, certificate("C-4", "E-2", "P-2")));

    assertThat(counts).isEqualTo(new MergeCounts(4, 1, 0, 0, 3));
    assertThat(intake.rejectsOn(night))
        .containsExactly(
            "2 PERSON_CLAIMED_TWICE", "3 PERSON_CLAIMED_TWICE", "4 PERSON_CLAIMED_TWICE");
    assertThat(intake.listRejects(night).get(0).fault().detail())
        .isEqualTo(
            "person_id E-1: this file says that the person works for partner P-1 and for partner"
                + " P-2; keep only rows that name the one partner that is right");
    assertThat(employments()).containsExactly("E-2 P-2 -infinity t");
  }

  @Test
  void claimsPersonsBeforeItComparesKeys() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    MergeCounts counts =
        take(
            night,
            CERTIFICATIONS,
            at(2, certificate("C-1", "E-1", "P-1")),
            at(3, certificate("C-1", "E-1", "P-2")),
            at(4, certificate("C-1", "E-2", "P-2")));

    assertThat(counts).isEqualTo(new MergeCounts(3, 1, 0, 0, 2));
    assertThat(intake.rejectsOn(night))
        .containsExactly("2 PERSON_CLAIMED_TWICE", "3 PERSON_CLAIMED_TWICE");
    assertThat(employments()).containsExactly("E-2 P-2 -infinity t");
  }

  @Test
  void letsARejectedRowClaimNobody() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    MergeCounts counts =
        take(
            night,
            CERTIFICATIONS,
            at(2, certificate("C-1", "E-1", "P-1")),
            faulty(3, certificate("C-2", "E-1", "P-2"), RejectReason.DATES_REVERSED),
            at(4, certificate("C-3", "E-1", "P-9")),
            at(5, certificate("C-1", "E-2", "P-2")));

    assertThat(counts).isEqualTo(new MergeCounts(4, 1, 0, 0, 3));
    assertThat(intake.rejectsOn(night))
        .containsExactly("3 DATES_REVERSED", "4 UNKNOWN_PARTNER", "5 DUPLICATE_KEY");
    assertThat(employments()).containsExactly("E-1 P-1 -infinity t");
  }

  @Test
  void movesAPersonByARowThatIsOtherwiseANoOp() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    NightId second = intake.night("2010-10-31");
    MergeCounts counts = take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));

    assertThat(counts).isEqualTo(new MergeCounts(1, 0, 0, 1, 0));
    assertThat(employments()).containsExactly("E-1 P-1 -infinity t", "E-1 P-2 2010-10-31 t");
  }

  @Test
  void letsTheLastFileOfTheFirstNightNameTheFirstEmployer() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    take(night, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));

    assertThat(employments()).containsExactly("E-1 P-1 -infinity f", "E-1 P-2 -infinity t");
  }

  @Test
  void letsTheLastFileOfALaterNightDecide() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")), at(4, partner("P-3")));
    take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    NightId second = intake.night("2010-11-02");
    take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));
    take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-3")));

    assertThat(employments())
        .containsExactly("E-1 P-1 -infinity t", "E-1 P-2 2010-11-02 f", "E-1 P-3 2010-11-02 t");
  }

  @Test
  void leavesAnUnbrokenEmploymentWhereAPersonIsMovedAwayAndBackInOneNight() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    NightId second = intake.night("2010-11-02");
    take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));
    take(second, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));

    assertThat(employments()).containsExactly("E-1 P-1 -infinity t", "E-1 P-2 2010-11-02 f");
  }

  @Test
  void movesAPersonAgainByALaterRunOfTheSameDate() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    take(first, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-1")));
    NightId again = intake.run("2010-10-30", 2);
    take(again, CERTIFICATIONS, at(2, certificate("C-1", "E-1", "P-2")));

    assertThat(employments()).containsExactly("E-1 P-1 -infinity f", "E-1 P-2 -infinity t");
  }

  @Test
  void keepsTheStatusAsATimeline() {
    NightId first = intake.night("2010-10-30");
    take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    NightId second = intake.night("2010-11-05");
    MergeCounts suspended =
        take(
            second,
            PARTNERS,
            at(2, partner("P-1", "Name of P-1", PartnerStatus.SUSPENDED)),
            at(3, partner("P-2", "New name", PartnerStatus.LEFT)));
    MergeCounts again =
        take(second, PARTNERS, at(2, partner("P-1", "Name of P-1", PartnerStatus.SUSPENDED)));
    NightId third = intake.night("2010-11-06");
    MergeCounts active = take(third, PARTNERS, at(2, partner("P-1")));

    assertThat(suspended).isEqualTo(new MergeCounts(2, 0, 2, 0, 0));
    assertThat(again).isEqualTo(new MergeCounts(1, 0, 0, 1, 0));
    assertThat(active).isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
    assertThat(strings("SELECT concat(partner_id, ' ', name) FROM partner ORDER BY version_id"))
        .containsExactly("P-1 Name of P-1", "P-2 Name of P-2", "P-2 New name");
    assertThat(
            strings(
                """
                SELECT concat_ws(' ', partner_id, status, valid_from) FROM partner_status
                WHERE superseded_at IS NULL ORDER BY partner_id, valid_from
                """))
        .containsExactly(
            "P-1 ACTIVE -infinity",
            "P-1 SUSPENDED 2010-11-05",
            "P-1 ACTIVE 2010-11-06",
            "P-2 ACTIVE -infinity",
            "P-2 LEFT 2010-11-05");
  }

  @Test
  void takesTheStatusAsContentOfAPartnersRow() {
    NightId night = intake.night("2010-10-30");
    MergeCounts counts =
        take(
            night,
            PARTNERS,
            at(2, partner("P-1")),
            at(3, partner("P-1", "Name of P-1", PartnerStatus.LEFT)));

    assertThat(counts).isEqualTo(new MergeCounts(2, 1, 0, 0, 1));
    assertThat(intake.rejectsOn(night)).containsExactly("3 DUPLICATE_KEY");
  }

  @Test
  void noticesThatTheStageWasLost() {
    NightId night = intake.night("2010-10-30");
    IntakeFile file = intake.stage(night, PARTNERS, at(2, partner("P-1")));
    client.sql("TRUNCATE partner_stage").update();
    intake.add(file, at(3, partner("P-2")));

    assertThatThrownBy(() -> intake.merge(file))
        .isInstanceOf(StageLostException.class)
        .hasMessageContaining(file.file().path());
    new CopyEvidenceStage(dataSource).clear(file);
    intake.add(file, at(2, partner("P-1")), at(3, partner("P-2")));
    assertThat(intake.merge(file)).isEqualTo(new MergeCounts(2, 2, 0, 0, 0));
  }

  @Test
  void mergesAFileWithoutRows() {
    NightId night = intake.night("2010-10-30");

    assertThat(take(night, PARTNERS)).isEqualTo(new MergeCounts(0, 0, 0, 0, 0));
  }

  @Test
  void mergesAFileOnce() {
    NightId night = intake.night("2010-10-30");
    IntakeFile file = intake.stage(night, PARTNERS, at(2, partner("P-1")));
    intake.merge(file);

    assertThat(strings("SELECT count(*) FROM partner_stage")).containsExactly("0");
    assertThatThrownBy(() -> intake.merge(file)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> intake.add(file, at(3, partner("P-2"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesTheStageOfOtherFilesAlone() {
    NightId night = intake.night("2010-10-30");
    IntakeFile one = intake.stage(night, PARTNERS, at(2, partner("P-1")));
    IntakeFile other =
        intake.stage(night, PARTNERS, at(2, partner("P-1", "Other", PartnerStatus.LEFT)));

    assertThat(intake.merge(one)).isEqualTo(new MergeCounts(1, 1, 0, 0, 0));
    assertThat(intake.merge(other)).isEqualTo(new MergeCounts(1, 0, 1, 0, 0));
  }

  @Test
  void mergesOnlyWithinATransaction() {
    NightId night = intake.night("2010-10-30");
    IntakeFile file = intake.stage(night, PARTNERS, at(2, partner("P-1")));

    assertThatThrownBy(() -> new JdbcEvidenceStore(dataSource).merge(file, intake.now()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsEveryValueAsItWas() {
    NightId night = intake.night("2010-10-30");
    take(night, PARTNERS, at(2, partner("P-1")));
    ReferenceRow row = reference("R-\uD83D\uDE00", "P-1", "CRM", "2010-05-05");
    take(night, REFERENCES, at(2, row));

    assertThat(
            strings(
                """
                SELECT concat_ws('/', reference_id, partner_id, specialization, customer_name,
                  customer_vat, signatory_name, signatory_email, requested_on, signed_on,
                  declined_on, withdrawn_on, recorded_at AT TIME ZONE 'UTC') FROM reference
                """))
        .containsExactly(
            "R-\uD83D\uDE00/P-1/CRM/Società Anonima/Anna/2010-03-01/2010-05-05/"
                + "2010-10-30 20:00:02.000001");
  }

  @Test
  void mergesManyRowsAtOnce() {
    NightId night = intake.night("2010-10-30");
    ParsedRow[] rows =
        LongStream.range(0, 20_000)
            .mapToObj(i -> at(i + 2, partner("P-" + i)))
            .toArray(ParsedRow[]::new);

    assertThat(take(night, PARTNERS, rows)).isEqualTo(new MergeCounts(20_000, 20_000, 0, 0, 0));
    assertThat(take(night, PARTNERS, rows)).isEqualTo(new MergeCounts(20_000, 0, 0, 20_000, 0));
  }

  private MergeCounts take(NightId night, EvidenceKind kind, ParsedRow... rows) {
    return intake.take(night, kind, rows);
  }

  private List<String> employments() {
    return strings(
        """
        SELECT concat_ws(' ', person_id, partner_id, valid_from, superseded_at IS NULL)
        FROM employment ORDER BY person_id, version_id
        """);
  }

  private List<String> strings(String sql) {
    return client.sql(sql).query((row, number) -> row.getString(1)).list();
  }
}
