package dev.touchstone.application.intake.service;

import static dev.touchstone.application.intake.service.RowUnderTest.aRow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow.CertificationRow;
import dev.touchstone.application.intake.EvidenceRow.EnrollmentRow;
import dev.touchstone.application.intake.EvidenceRow.PartnerRow;
import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.reference.ReferenceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of formats.md, CSV, row by row. */
class ParseRowServiceTest {

  @Test
  void readsEveryColumnOfPartner() {
    assertThat(
            aRow(EvidenceKind.PARTNERS)
                .with("vat_number", "99753748254")
                .with("city", "Forlì")
                .with("province", "FC")
                .with("country", "IT")
                .with("website", "https://nodo.example.com/")
                .with("contact_email", "info@nodo.example.com")
                .with("registered_on", "27/03/2005")
                .with("legacy_level", "GOLD_CERTIFIED")
                .with("status", "LEFT")
                .row(PartnerRow.class))
        .isEqualTo(
            new PartnerRow(
                new Partner(
                    new PartnerId("P-1"),
                    "Nodo",
                    "99753748254",
                    "Forlì",
                    "FC",
                    "IT",
                    "https://nodo.example.com/",
                    "info@nodo.example.com",
                    LocalDate.of(2005, 3, 27),
                    LegacyLevel.GOLD_CERTIFIED),
                PartnerStatus.LEFT));
  }

  @Test
  void appliesDefaultsOfPartner() {
    PartnerRow row = aRow(EvidenceKind.PARTNERS).row(PartnerRow.class);

    assertThat(row.partner().legacyLevel()).isEqualTo(LegacyLevel.NONE);
    assertThat(row.status()).isEqualTo(PartnerStatus.ACTIVE);
    assertThat(row.partner().city()).isNull();
  }

  @Test
  void readsEveryColumnOfEnrollment() {
    assertThat(aRow(EvidenceKind.ENROLLMENTS).with("to", "31/12/2010").row(EnrollmentRow.class))
        .isEqualTo(
            new EnrollmentRow(
                new PartnerId("P-1"),
                new SpecializationCode("CRM"),
                EnrollmentKind.COMPETENCY,
                LocalDate.of(2010, 1, 5),
                LocalDate.of(2010, 12, 31)));
  }

  @Test
  void readsEveryColumnOfCertification() {
    assertThat(
            aRow(EvidenceKind.CERTIFICATIONS)
                .with("person_email", "sara@example.com")
                .with("expires_on", "2012-06-01")
                .with("revoked_on", "2011-01-01")
                .row(CertificationRow.class))
        .isEqualTo(
            new CertificationRow(
                new CertificateId("C-1"),
                new PersonId("H-1"),
                "Sara",
                "sara@example.com",
                new PartnerId("P-1"),
                new CertificationCode("TC-109"),
                LocalDate.of(2009, 6, 1),
                LocalDate.of(2012, 6, 1),
                LocalDate.of(2011, 1, 1)));
  }

  @Test
  void readsEveryColumnOfReference() {
    assertThat(
            aRow(EvidenceKind.REFERENCES)
                .with("customer_vat", "98296450125")
                .with("signatory_name", "Ilaria")
                .with("signatory_email", "ilaria@example.com")
                .with("signed_on", "2010-03-02")
                .with("declined_on", "2010-03-03")
                .with("withdrawn_on", "2010-03-04")
                .row(ReferenceRow.class))
        .isEqualTo(
            new ReferenceRow(
                new ReferenceId("R-1"),
                new PartnerId("P-1"),
                new SpecializationCode("CRM"),
                new CustomerName("Vivai Malpasso"),
                "98296450125",
                "Ilaria",
                "ilaria@example.com",
                LocalDate.of(2010, 3, 1),
                LocalDate.of(2010, 3, 2),
                LocalDate.of(2010, 3, 3),
                LocalDate.of(2010, 3, 4)));
  }

  @Test
  void keepsPlace() {
    assertThat(aRow(EvidenceKind.PARTNERS).parse().place()).isEqualTo(RowPlace.line(7));
  }

  static Stream<Arguments> columns() {
    return Stream.of(EvidenceKind.values())
        .flatMap(kind -> kind.columns().stream().map(column -> Arguments.of(kind, column)));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void missesOnlyRequiredValues(EvidenceKind kind, Column column) {
    ParsedRow parsed = aRow(kind).without(column.name()).parse();

    if (column.required()) {
      assertThat(parsed.row()).isNull();
      assertThat(parsed.fault())
          .isEqualTo(
              Fault.in(
                  column.name(),
                  RejectReason.MISSING_VALUE,
                  column.name() + " is empty; every row needs a value in it"));
    } else {
      assertThat(parsed.fault()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(EvidenceKind.class)
  void namesFirstColumnWhenAllAreMissing(EvidenceKind kind) {
    RowUnderTest row = aRow(kind);
    kind.columns().forEach(column -> row.without(column.name()));

    assertThat(row.fault().columns()).containsExactly(kind.columns().get(0).name());
    assertThat(row.parse().key()).isEqualTo(kind == EvidenceKind.ENROLLMENTS ? "|||" : "");
  }

  /** Each column, with a text that is wrong in every type there is: the first in order wins. */
  @ParameterizedTest
  @MethodSource("columns")
  void namesFirstOfSeveralFaultsInOrderOfColumns(EvidenceKind kind, Column first) {
    RowUnderTest row = aRow(kind);
    int from = kind.columns().indexOf(first);
    kind.columns().stream()
        .skip(from)
        .forEach(column -> row.with(column.name(), "x".repeat(4_001)));

    assertThat(row.fault().columns()).containsExactly(first.name());
  }

  @ParameterizedTest
  @CsvSource({
    "2010-02-28, 2010-02-28",
    "2008-02-29, 2008-02-29",
    "2000-02-29, 2000-02-29",
    "29/02/2008, 2008-02-29",
    "01/12/2010, 2010-12-01",
    "0001-01-01, 0001-01-01",
    "31/12/9999, 9999-12-31",
  })
  void readsDatesInBothForms(String text, LocalDate date) {
    assertThat(
            aRow(EvidenceKind.PARTNERS)
                .with("registered_on", text)
                .row(PartnerRow.class)
                .partner()
                .registeredOn())
        .isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2010-02-29",
        "1900-02-29",
        "2010-00-10",
        "2010-13-10",
        "2010-01-00",
        "2010-01-32",
        "0000-01-01",
        "01/01/0000",
        "00/01/2010",
        "31/06/2010",
        "12/13/2010",
        "10.05.2010",
        "2010/05/10",
        "10-05-2010",
        "2010-5-1",
        "1/5/2010",
        "10/05/10",
        "20100510",
        "2010-05-10T00:00",
        "-010-05-10",
        "+010-05-10",
        "2010-05-1x",
        "2010-05/10",
        "dal 2009",
        "٢٠١٠-٠٥-١٠",
        "２０１０-05-10",
        "40338",
      })
  void rejectsWhatIsNoDate(String text) {
    assertThat(aRow(EvidenceKind.PARTNERS).with("registered_on", text).fault())
        .isEqualTo(
            Fault.in(
                "registered_on",
                RejectReason.BAD_DATE,
                "registered_on \"" + text + "\" is not a date; write yyyy-MM-dd or dd/MM/yyyy"));
  }

  @ParameterizedTest
  @CsvSource({
    "PARTNERS, legacy_level, gold_certified",
    "PARTNERS, legacy_level, GOLD",
    "PARTNERS, status, Active",
    "ENROLLMENTS, kind, TRAINING",
    "ENROLLMENTS, kind, toolkit",
  })
  void rejectsUnknownWords(EvidenceKind kind, String column, String text) {
    Fault fault = aRow(kind).with(column, text).fault();

    assertThat(fault.reason()).isEqualTo(RejectReason.UNKNOWN_VALUE);
    assertThat(fault.columns()).containsExactly(column);
    assertThat(fault.detail()).startsWith(column + " \"" + text + "\" is unknown; write one of ");
  }

  @Test
  void tellsWordsThatAreKnown() {
    assertThat(aRow(EvidenceKind.ENROLLMENTS).with("kind", "toolkit").fault().detail())
        .isEqualTo("kind \"toolkit\" is unknown; write one of TOOLKIT, COMPETENCY, exact in case");
  }

  @ParameterizedTest
  @CsvSource({
    "PARTNERS, partner_id",
    "PARTNERS, name",
    "PARTNERS, website",
    "ENROLLMENTS, specialization",
    "CERTIFICATIONS, certification_code",
    "REFERENCES, customer_name",
    "SURVEYS, response id",
    "SURVEYS, customer",
    "SURVEYS, respondent e-mail",
  })
  void rejectsTextOfMoreThanThousandCharacters(EvidenceKind kind, String column) {
    Fault fault = aRow(kind).with(column, "x".repeat(1_001)).fault();

    assertThat(fault.reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(fault.detail())
        .isEqualTo(
            column + " \"" + "x".repeat(60) + "…\" is longer than 1,000 characters; shorten it");
  }

  @Test
  void takesTextOfThousandCharactersHoweverManyBytes() {
    String name = "\uD83D\uDE00".repeat(1_000);

    assertThat(
            aRow(EvidenceKind.PARTNERS).with("name", name).row(PartnerRow.class).partner().name())
        .isEqualTo(name);
    assertThat(aRow(EvidenceKind.PARTNERS).with("name", name + "x").fault().reason())
        .isEqualTo(RejectReason.TOO_LONG);
  }

  @Test
  void rejectsIdThatNoIndexTakes() {
    RowUnderTest row = aRow(EvidenceKind.PARTNERS).with("partner_id", "è".repeat(500));
    assertThat(row.parse().fault()).isNull();

    Fault fault = row.with("partner_id", "è".repeat(500) + "x").fault();
    assertThat(fault.reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(fault.detail())
        .endsWith("is longer than 1,000 bytes in UTF-8, the most that an id may have; shorten it");
  }

  @Test
  void writesDetailAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.ITALY);
    try {
      assertThat(aRow(EvidenceKind.PARTNERS).with("name", "x".repeat(1_001)).fault().detail())
          .endsWith("is longer than 1,000 characters; shorten it");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\uD83D", "a\uDE00", "\uDE00\uD83D"})
  void rejectsCharactersThatTextCannotHave(String text) {
    for (String column : new String[] {"partner_id", "name", "city"}) {
      Fault fault = aRow(EvidenceKind.PARTNERS).with(column, text).fault();

      assertThat(fault.reason()).isEqualTo(RejectReason.UNKNOWN_VALUE);
      assertThat(fault.columns()).containsExactly(column);
      assertThat(fault.detail())
          .endsWith("contains a character that text cannot have; remove it")
          .doesNotContain("\0");
    }
  }

  @Test
  void takesReplacementCharacter() {
    assertThat(
            aRow(EvidenceKind.PARTNERS)
                .with("city", "Cant\uFFFD")
                .row(PartnerRow.class)
                .partner()
                .city())
        .isEqualTo("Cant\uFFFD");
  }

  @Test
  void rejectsNulByTypeOfItsColumn() {
    assertThat(aRow(EvidenceKind.PARTNERS).with("registered_on", "2010-01-0\0").fault().reason())
        .isEqualTo(RejectReason.BAD_DATE);
    assertThat(aRow(EvidenceKind.PARTNERS).with("status", "ACTIVE\0").fault().reason())
        .isEqualTo(RejectReason.UNKNOWN_VALUE);
    assertThat(aRow(EvidenceKind.SURVEYS).with("would recommend", "8\0").fault().reason())
        .isEqualTo(RejectReason.BAD_NUMBER);
  }

  @Test
  void namesFaultOfTypeBeforeLength() {
    assertThat(aRow(EvidenceKind.PARTNERS).with("name", "\0" + "x".repeat(2_000)).fault().reason())
        .isEqualTo(RejectReason.UNKNOWN_VALUE);
    assertThat(
            aRow(EvidenceKind.PARTNERS).with("registered_on", "x".repeat(2_000)).fault().reason())
        .isEqualTo(RejectReason.BAD_DATE);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void beginsNoSentenceWithWhatASpreadsheetWouldRun(EvidenceKind kind, Column column) {
    for (String start : new String[] {"=", "+", "-", "@", "\t="}) {
      Fault fault = aRow(kind).with(column.name(), start + "x".repeat(5_000)).fault();

      assertThat(fault.detail()).startsWith(column.name() + " \"");
    }
  }

  @ParameterizedTest
  @CsvSource({"ENROLLMENTS, BLOCKCHAIN", "ENROLLMENTS, crm", "REFERENCES, BLOCKCHAIN"})
  void rejectsUnknownSpecializationWithItsRow(EvidenceKind kind, String code) {
    ParsedRow parsed = aRow(kind).with("specialization", code).parse();

    assertThat(parsed.row()).isNotNull();
    assertThat(parsed.fault())
        .isEqualTo(
            Fault.in(
                "specialization",
                RejectReason.UNKNOWN_SPECIALIZATION,
                "specialization \""
                    + code
                    + "\" is not in the catalog; write the code of a specialization, exact in"
                    + " case"));
  }

  @Test
  void rejectsUnknownCertificationCodeWithItsRow() {
    ParsedRow parsed =
        aRow(EvidenceKind.CERTIFICATIONS).with("certification_code", "TC-900").parse();

    assertThat(parsed.row()).isNotNull();
    assertThat(parsed.fault())
        .isEqualTo(
            Fault.in(
                "certification_code",
                RejectReason.UNKNOWN_CERTIFICATION_CODE,
                "certification_code \"TC-900\" is accepted by no specialization; write a code of"
                    + " the catalog, exact in case"));
  }

  @ParameterizedTest
  @CsvSource({
    "ENROLLMENTS, from, to",
    "CERTIFICATIONS, awarded_on, expires_on",
    "CERTIFICATIONS, awarded_on, revoked_on",
    "REFERENCES, requested_on, signed_on",
    "REFERENCES, requested_on, declined_on",
    "REFERENCES, requested_on, withdrawn_on",
    "REFERENCES, signed_on, withdrawn_on",
  })
  void rejectsReversedDatesWithTheirRow(EvidenceKind kind, String first, String second) {
    RowUnderTest sameDay = aRow(kind).with(first, "2010-06-10").with(second, "10/06/2010");
    assertThat(sameDay.parse().fault()).isNull();

    ParsedRow parsed = sameDay.with(second, "2010-06-09").parse();
    assertThat(parsed.row()).isNotNull();
    assertThat(parsed.fault())
        .isEqualTo(
            new Fault(
                RejectReason.DATES_REVERSED,
                second
                    + " 2010-06-09 is before "
                    + first
                    + " 2010-06-10; correct one of the two dates",
                List.of(first, second)));
  }

  @Test
  void comparesDeclineAlsoWhereReferenceIsSigned() {
    assertThat(
            aRow(EvidenceKind.REFERENCES)
                .with("signed_on", "2010-03-02")
                .with("declined_on", "2010-02-28")
                .fault()
                .columns())
        .containsExactly("requested_on", "declined_on");
  }

  @Test
  void namesFirstPairOfSeveralReversed() {
    RowUnderTest row =
        aRow(EvidenceKind.REFERENCES)
            .with("signed_on", "2010-02-03")
            .with("declined_on", "2010-02-02")
            .with("withdrawn_on", "2010-02-01");

    assertThat(row.fault().columns()).containsExactly("requested_on", "signed_on");
    assertThat(row.without("signed_on").fault().columns())
        .containsExactly("requested_on", "declined_on");
    assertThat(row.without("declined_on").fault().columns())
        .containsExactly("requested_on", "withdrawn_on");
  }

  @Test
  void namesValueBeforeCodeAndCodeBeforeDates() {
    RowUnderTest row =
        aRow(EvidenceKind.REFERENCES)
            .with("specialization", "BLOCKCHAIN")
            .with("signed_on", "2009-01-01")
            .with("withdrawn_on", "never");

    assertThat(row.fault().reason()).isEqualTo(RejectReason.BAD_DATE);
    assertThat(row.without("withdrawn_on").fault().reason())
        .isEqualTo(RejectReason.UNKNOWN_SPECIALIZATION);
    assertThat(row.with("specialization", "CRM").fault().reason())
        .isEqualTo(RejectReason.DATES_REVERSED);
  }

  @Test
  void startsNoDetailLikeFormula() {
    for (EvidenceKind kind : EvidenceKind.values()) {
      for (Column column : kind.columns()) {
        Fault fault = aRow(kind).with(column.name(), "=1+1\0").fault();
        assertThat(fault.detail()).doesNotMatch("(?s)[=+\\-@].*");
      }
    }
  }

  @Test
  void keysRowByItsId() {
    assertThat(aRow(EvidenceKind.PARTNERS).parse().key()).isEqualTo("P-1");
    assertThat(aRow(EvidenceKind.CERTIFICATIONS).parse().key()).isEqualTo("C-1");
    assertThat(aRow(EvidenceKind.REFERENCES).parse().key()).isEqualTo("R-1");
    assertThat(aRow(EvidenceKind.SURVEYS).parse().key()).isEqualTo("A-1");
  }

  @Test
  void keysEnrollmentByParsedDateOrElseByText() {
    RowUnderTest row = aRow(EvidenceKind.ENROLLMENTS).with("from", "05/01/2010");
    assertThat(row.parse().key()).isEqualTo("P-1|CRM|COMPETENCY|2010-01-05");
    assertThat(row.with("from", "31/06/2010").parse().key())
        .isEqualTo("P-1|CRM|COMPETENCY|31/06/2010");
    assertThat(row.without("from").with("kind", "TRAINING").parse().key())
        .isEqualTo("P-1|CRM|TRAINING|");
  }

  @Test
  void keysByWholeIdThatIsValid() {
    String id = "x".repeat(1_000);
    assertThat(aRow(EvidenceKind.PARTNERS).with("partner_id", id).parse().key()).isEqualTo(id);
    assertThat(aRow(EvidenceKind.PARTNERS).with("partner_id", id + "y").parse().key())
        .isEqualTo(id);
  }

  @Test
  void keysByWhatCanBeStored() {
    assertThat(aRow(EvidenceKind.PARTNERS).with("partner_id", "P\0-\uD83D1").parse().key())
        .isEqualTo("P-1");
    assertThat(aRow(EvidenceKind.PARTNERS).with("partner_id", "\uD83D\uDE00").parse().key())
        .isEqualTo("\uD83D\uDE00");
  }
}
