package dev.touchstone.batch.workbook;

import static dev.touchstone.batch.workbook.RawWorkbook.cells;
import static dev.touchstone.batch.workbook.RawWorkbook.header;
import static dev.touchstone.batch.workbook.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.batch.intake.UnusableFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyWorkbookReaderTest {

  @TempDir Path folder;

  @Test
  void readsEachTypeOfCellAsItsValue() throws Exception {
    List<SourceRow> rows =
        read(
            RawWorkbook.underHeader(
                    row(
                        2,
                        "<c t=\"s\"><v>0</v></c><c t=\"str\"><f>A1</f><v>P-1</v></c>"
                            + "<c><v>40179.75</v></c><c t=\"e\"><v>#N/A</v></c>"
                            + "<c><f>4+4</f><v>8</v></c>"),
                    row(
                        3,
                        "<c t=\"b\"><v>1</v></c><c t=\"n\"><v>7</v></c>"
                            + "<c t=\"d\"><v>2010-11-15T10:30:00</v></c><c/><c><f>A1</f></c>"))
                .shared("<t>A-1</t>"));

    assertThat(rows.get(0).cells().subList(0, 5))
        .containsExactly(
            new Cell.Text("A-1"),
            new Cell.Text("P-1"),
            new Cell.Numeric(40179.75),
            new Cell.ErrorValue("#N/A"),
            new Cell.Numeric(8));
    assertThat(rows.get(1).cells().subList(0, 5))
        .containsExactly(
            new Cell.Truth(true),
            new Cell.Numeric(7),
            new Cell.Date(LocalDate.of(2010, 11, 15)),
            null,
            null);
  }

  @Test
  void joinsRunsAndLeavesPhoneticReadingsOut() throws Exception {
    List<SourceRow> rows =
        read(
            RawWorkbook.underHeader(row(2, "<c t=\"s\"><v>0</v></c>" + cells("P-1")))
                .shared(
                    "<r><t>Ross</t></r><r><rPr/><t>i </t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>"));

    assertThat(rows.get(0).cells().get(0)).isEqualTo(new Cell.Text("Rossi"));
  }

  @Test
  void decodesEscapedCharacters() throws Exception {
    List<SourceRow> rows =
        read(RawWorkbook.underHeader(row(2, cells("a_x0041_b_x005F_x0041_", "_xZZZZ_"))));

    assertThat(rows.get(0).cells().subList(0, 2))
        .containsExactly(new Cell.Text("aAb_x0041_"), new Cell.Text("_xZZZZ_"));
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws Exception {
    assertThat(read(RawWorkbook.underHeader(row(2, cells("A"))).from1904()).get(0).dates())
        .isEqualTo(DateSystem.FROM_1904);
    assertThat(read(RawWorkbook.underHeader(row(2, cells("A")))).get(0).dates())
        .isEqualTo(DateSystem.FROM_1900);
  }

  @Test
  void readsStrictWorkbooks() throws Exception {
    assertThat(read(RawWorkbook.underHeader(row(2, cells("A"))).strict())).hasSize(1);
  }

  @Test
  void countsRowsAndCellsThatStateNoPlace() throws Exception {
    List<SourceRow> rows =
        read(
            RawWorkbook.with(
                header(1),
                "<row>" + cells("A") + "</row>",
                row(7, "<c r=\"B7\" t=\"inlineStr\"><is><t>P-1</t></is></c>" + cells("x")),
                "<row>" + cells("B") + "</row>"));

    assertThat(rows).extracting(r -> r.place().line()).containsExactly(2L, 7L, 8L);
    assertThat(rows.get(1).cells().subList(0, 3))
        .containsExactly(null, new Cell.Text("P-1"), new Cell.Text("x"));
  }

  @Test
  void skipsBlankRowsButNotRowsWithAnythingInThem() throws Exception {
    List<SourceRow> rows =
        read(
            RawWorkbook.underHeader(
                row(2, ""),
                row(3, cells("  ", " ")),
                row(4, "<c r=\"Z4\"><v>1</v></c>"),
                row(5, cells("A"))));

    assertThat(rows).extracting(r -> r.place().line()).containsExactly(4L, 5L);
  }

  @Test
  void takesEveryVisibleSheetThatHasAHeader() throws Exception {
    List<SourceRow> rows =
        read(
            new RawWorkbook()
                .sheetIn("hidden", header(1), row(2, cells("hidden")))
                .sheet(row(1, cells("just a title")))
                .sheet(row(1, cells("title")), header(3), row(4, cells("A")))
                .sheetIn("veryHidden", header(1), row(2, cells("hidden")))
                .sheet(header(20), row(21, cells("B"))));

    assertThat(rows)
        .extracting(SourceRow::place)
        .containsExactly(new RowPlace(2, "S3", 4), new RowPlace(4, "S5", 21));
  }

  @Test
  void findsNoHeaderBelowRow20() {
    assertReason(RawWorkbook.with(header(21), row(22, cells("A"))), RejectReason.FILE_NO_HEADER);
  }

  @Test
  void mixesLanguagesInAnyOrderAndTakesTheFirstOfTwo() throws Exception {
    List<SourceRow> rows =
        read(
            RawWorkbook.with(
                row(
                    1,
                    cells(
                        "CLIENTE",
                        "id RISPOSTA ",
                        "Customer",
                        "Survey Date",
                        "Soddisfazione complessiva",
                        "codice partner",
                        "Commento")),
                row(2, cells("c", "r", "second", "d", "9", "p", "text"))));

    assertThat(rows.get(0).cells())
        .containsExactly(
            new Cell.Text("r"),
            new Cell.Text("p"),
            new Cell.Text("d"),
            new Cell.Text("c"),
            new Cell.Text("9"),
            null,
            null,
            new Cell.Text("text"));
  }

  @Test
  void namesTheHeadersThatAreMissing() {
    UnusableFileException unusable =
        assertReason(
            RawWorkbook.with(row(1, cells("Response ID", "Partner ID", "Data"))),
            RejectReason.FILE_MISSING_COLUMN);

    assertThat(unusable).hasMessageContaining("Customer / Cliente");
  }

  @Test
  void refusesDocumentTypesAndEntities() {
    assertReason(RawWorkbook.underHeader(row(2, cells("&nbsp;"))), RejectReason.FILE_UNREADABLE);
  }

  @Test
  void refusesATextThatIsNotThere() {
    assertReason(
        RawWorkbook.underHeader(row(2, "<c t=\"s\"><v>99</v></c>")), RejectReason.FILE_UNREADABLE);
  }

  @Test
  void refusesRowsBeyondWhatASheetCanHave() {
    assertReason(RawWorkbook.underHeader(row(2_000_000, cells("A"))), RejectReason.FILE_TOO_LARGE);
  }

  @Test
  void cutsTextThatIsTooLongForAnyColumn() throws Exception {
    // Not all alike, or it would pass for a bomb.
    Random random = new Random(7);
    StringBuilder huge = new StringBuilder();
    while (huge.length() < 3_000_000) {
      huge.append(Long.toString(random.nextLong(), 36));
    }
    List<SourceRow> rows =
        read(
            RawWorkbook.underHeader(row(2, cells(huge.toString()) + "<c t=\"s\"><v>0</v></c>"))
                .shared("<t>" + huge + "</t>"));

    for (Cell cell : rows.get(0).cells().subList(0, 2)) {
      assertThat(((Cell.Text) cell).value().length()).isBetween(Cell.MAX_TEXT + 1, 100_000);
    }
  }

  private List<SourceRow> read(RawWorkbook workbook) throws Exception {
    List<SourceRow> rows = new ArrayList<>();
    try (SurveyWorkbookReader reader = SurveyWorkbookReader.open(workbook.in(folder))) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private UnusableFileException assertReason(RawWorkbook workbook, RejectReason reason) {
    UnusableFileException[] unusable = new UnusableFileException[1];
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> read(workbook))
        .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(reason))
        .satisfies(e -> unusable[0] = e);
    return unusable[0];
  }
}
