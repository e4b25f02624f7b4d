package dev.touchstone.application.intake.service;

import static dev.touchstone.application.intake.service.RowUnderTest.aRow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow.SurveyRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.survey.ResponseId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of formats.md, Survey workbook, cell by cell. */
class ParseSurveyRowTest {

  private static final Cell TRUE = new Cell.Truth(true);
  private static final Cell NOT_AVAILABLE = new Cell.ErrorValue("#N/A");

  private static RowUnderTest aResponse() {
    return aRow(EvidenceKind.SURVEYS);
  }

  @Test
  void readsEveryColumn() {
    assertThat(
            aResponse()
                .with("would recommend", "0")
                .with("respondent e-mail", "ilaria@example.com")
                .with("comment", "Ottimo")
                .row(SurveyRow.class))
        .isEqualTo(
            new SurveyRow(
                new ResponseId("A-1"),
                new PartnerId("P-1"),
                LocalDate.of(2010, 5, 31),
                new CustomerName("Vivai Malpasso"),
                8,
                0,
                "ilaria@example.com",
                "Ottimo"));
  }

  @Test
  void leavesOptionalValuesAbsent() {
    SurveyRow row = aResponse().row(SurveyRow.class);

    assertThat(row.recommend()).isNull();
    assertThat(row.comment()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_1900, 1, 1900-01-01",
    "FROM_1900, 1.75, 1900-01-01",
    "FROM_1900, 59, 1900-02-28",
    "FROM_1900, 61, 1900-03-01",
    "FROM_1900, 40329, 2010-05-31",
    "FROM_1900, 40329.99999, 2010-05-31",
    "FROM_1900, 2958465, 9999-12-31",
    "FROM_1900, 2958465.9, 9999-12-31",
    "FROM_1904, 0, 1904-01-01",
    "FROM_1904, 0.5, 1904-01-01",
    "FROM_1904, 60, 1904-03-01",
    "FROM_1904, 38867, 2010-05-31",
    "FROM_1904, 2957003, 9999-12-31",
  })
  void readsSerialDates(DateSystem system, double serial, LocalDate date) {
    assertThat(
            aResponse()
                .counting(system)
                .with("date", new Cell.Numeric(serial))
                .row(SurveyRow.class)
                .date())
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_1900, 0",
    "FROM_1900, 0.99",
    "FROM_1900, -1",
    "FROM_1900, 60",
    "FROM_1900, 60.5",
    "FROM_1900, 2958466",
    "FROM_1900, 1e300",
    "FROM_1900, NaN",
    "FROM_1900, Infinity",
    "FROM_1904, -0.5",
    "FROM_1904, 2957004",
    "FROM_1904, NaN",
  })
  void rejectsSerialsThatAreNoDates(DateSystem system, double serial) {
    assertThat(aResponse().counting(system).with("date", new Cell.Numeric(serial)).fault().reason())
        .isEqualTo(RejectReason.BAD_DATE);
  }

  @Test
  void readsDateCells() {
    LocalDate day = LocalDate.of(2010, 5, 31);

    assertThat(aResponse().with("date", new Cell.Date(day)).row(SurveyRow.class).date())
        .isEqualTo(day);
    assertThat(aResponse().with("date", "31/05/2010").row(SurveyRow.class).date()).isEqualTo(day);
  }

  @Test
  void rejectsDateCellsBeyondCalendar() {
    assertThat(aResponse().with("date", new Cell.Date(LocalDate.of(0, 12, 31))).fault().reason())
        .isEqualTo(RejectReason.BAD_DATE);
    assertThat(aResponse().with("date", new Cell.Date(LocalDate.of(10_000, 1, 1))).fault().reason())
        .isEqualTo(RejectReason.BAD_DATE);
  }

  @Test
  void rejectsTruthAsDate() {
    assertThat(aResponse().with("date", TRUE).fault())
        .isEqualTo(
            Fault.in(
                "date",
                RejectReason.BAD_DATE,
                "date \"TRUE\" is not a date; write yyyy-MM-dd or dd/MM/yyyy"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 10", "+8, 8", "007, 7", "0000000000000000000009, 9"})
  void readsWholeNumbersFromText(String text, int number) {
    assertThat(aResponse().with("overall satisfaction", text).row(SurveyRow.class).satisfaction())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "8.0", "8,0", "ottimo", "8 ", "+", "-", "1e1", "٨", "８", "0x8"})
  void rejectsTextThatIsNoWholeNumber(String text) {
    for (String column : new String[] {"overall satisfaction", "would recommend"}) {
      Fault fault = aResponse().with(column, text).fault();

      assertThat(fault.reason()).isEqualTo(RejectReason.BAD_NUMBER);
      assertThat(fault.columns()).containsExactly(column);
    }
  }

  @Test
  void rejectsCellsThatAreNoWholeNumbers() {
    for (String column : new String[] {"overall satisfaction", "would recommend"}) {
      for (Cell cell :
          new Cell[] {
            new Cell.Numeric(7.5),
            new Cell.Numeric(Double.NaN),
            new Cell.Numeric(Double.POSITIVE_INFINITY),
            new Cell.Date(LocalDate.of(2010, 5, 31)),
            TRUE,
            NOT_AVAILABLE
          }) {
        assertThat(aResponse().with(column, cell).fault().reason())
            .as("%s in %s", cell, column)
            .isEqualTo(RejectReason.BAD_NUMBER);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "-0", "99999999999999999999999999", "-2147483649"})
  void rejectsSatisfactionBeyondScale(String text) {
    assertThat(aResponse().with("overall satisfaction", text).fault())
        .isEqualTo(
            Fault.in(
                "overall satisfaction",
                RejectReason.OUT_OF_RANGE,
                "overall satisfaction \""
                    + text
                    + "\" is not on the scale; write a whole number from 1 to 10"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 11, -3, 4294967304.0, 1e300, -1e300})
  void rejectsNumbersBeyondScale(double number) {
    assertThat(aResponse().with("overall satisfaction", new Cell.Numeric(number)).fault().reason())
        .isEqualTo(RejectReason.OUT_OF_RANGE);
  }

  @Test
  void letsRecommendationBeZero() {
    assertThat(
            aResponse()
                .with("would recommend", new Cell.Numeric(-0.0))
                .row(SurveyRow.class)
                .recommend())
        .isZero();
    assertThat(aResponse().with("would recommend", "-0").row(SurveyRow.class).recommend()).isZero();
    assertThat(aResponse().with("would recommend", "-1").fault().reason())
        .isEqualTo(RejectReason.OUT_OF_RANGE);
    assertThat(aResponse().with("would recommend", "11").fault().reason())
        .isEqualTo(RejectReason.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 1001",
    "-5, -5",
    "-0.0, 0",
    "999999999999999, 999999999999999",
    "1e15, 1000000000000000",
    "9007199254740993, 9007199254740992",
    "12345678901234500000, 12345678901234500000",
    "1e23, 100000000000000000000000",
    "2e23, 200000000000000000000000",
  })
  void readsWholeNumbersAsIds(double number, String id) {
    RowUnderTest row =
        aResponse()
            .with("response id", new Cell.Numeric(number))
            .with("partner id", new Cell.Numeric(number));

    assertThat(row.row(SurveyRow.class).response()).isEqualTo(new ResponseId(id));
    assertThat(row.row(SurveyRow.class).partner()).isEqualTo(new PartnerId(id));
    assertThat(row.parse().key()).isEqualTo(id);
  }

  @Test
  void rejectsOtherCellsAsIds() {
    for (String column : new String[] {"response id", "partner id"}) {
      for (Cell cell :
          new Cell[] {
            new Cell.Numeric(7.5),
            new Cell.Numeric(Double.NaN),
            new Cell.Date(LocalDate.of(2010, 5, 31)),
            TRUE
          }) {
        assertThat(aResponse().with(column, cell).fault().reason())
            .as("%s in %s", cell, column)
            .isEqualTo(RejectReason.BAD_NUMBER);
      }
    }
    assertThat(aResponse().with("response id", new Cell.Numeric(7.5)).parse().key())
        .isEqualTo("7.5");
  }

  @Test
  void readsTextFromCellsOfAnyType() {
    assertThat(commentOf(new Cell.Numeric(12))).isEqualTo("12");
    assertThat(commentOf(new Cell.Numeric(0.1))).isEqualTo("0.1");
    assertThat(commentOf(new Cell.Numeric(0.1 + 0.2))).isEqualTo("0.30000000000000004");
    assertThat(commentOf(new Cell.Numeric(1e-7))).isEqualTo("0.0000001");
    assertThat(commentOf(TRUE)).isEqualTo("TRUE");
    assertThat(commentOf(new Cell.Truth(false))).isEqualTo("FALSE");
    assertThat(commentOf(new Cell.Date(LocalDate.of(2010, 5, 31)))).isEqualTo("2010-05-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"response id", "partner id", "date", "customer", "respondent e-mail", "comment"})
  void takesErrorForMissingValue(String column) {
    assertThat(aResponse().with(column, NOT_AVAILABLE).fault())
        .isEqualTo(
            Fault.in(
                column,
                RejectReason.MISSING_VALUE,
                column + " \"#N/A\" is an error, not a value; write the value itself"));
  }

  @Test
  void letsCommentBeLong() {
    String comment = "è".repeat(4_000);

    assertThat(commentOf(new Cell.Text(comment))).isEqualTo(comment);
    assertThat(aResponse().with("comment", comment + "!").fault().detail())
        .endsWith("…\" is longer than 4,000 characters; shorten it");
    assertThat(aResponse().with("comment", comment + "!").fault().reason())
        .isEqualTo(RejectReason.TOO_LONG);
  }

  private static String commentOf(Cell cell) {
    return aResponse().with("comment", cell).row(SurveyRow.class).comment();
  }
}
