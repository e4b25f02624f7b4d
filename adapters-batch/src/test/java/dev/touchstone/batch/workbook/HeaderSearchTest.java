package dev.touchstone.batch.workbook;

import static dev.touchstone.batch.workbook.RawWorkbook.HEADER;
import static dev.touchstone.batch.workbook.RawWorkbook.HEADER_CELLS;
import static dev.touchstone.batch.workbook.RawWorkbook.inline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderSearchTest {

  private static final String DATA = "<row>" + inline("R-1") + "</row>";

  @TempDir private Path directory;

  @Test
  void findsAHeaderInRow20() throws Exception {
    Path file = RawWorkbook.of("<row r=\"20\">" + HEADER_CELLS + "</row>" + DATA).write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(21L);
  }

  @Test
  void findsNoHeaderInRow21() {
    Path file = RawWorkbook.of("<row r=\"21\">" + HEADER_CELLS + "</row>" + DATA).write(directory);

    Fault fault = WorkbookRows.fault(file);

    assertThat(fault.reason()).isEqualTo(RejectReason.FILE_NO_HEADER);
    assertThat(fault.detail()).contains("first 20 rows", "\"Response ID\" / \"ID risposta\"");
  }

  @Test
  void countsRowsWithoutNumbers() throws Exception {
    assertThat(
            WorkbookRows.lines(
                RawWorkbook.of("<row/>".repeat(19) + "<row>" + HEADER_CELLS + "</row>" + DATA)
                    .write(directory)))
        .containsExactly(21L);
    assertThat(
            WorkbookRows.fault(
                    RawWorkbook.of("<row/>".repeat(20) + "<row>" + HEADER_CELLS + "</row>" + DATA)
                        .write(directory))
                .reason())
        .isEqualTo(RejectReason.FILE_NO_HEADER);
  }

  @Test
  void matchesHeadersFoldedInAnyOrderAndBothLanguages() throws Exception {
    Path file =
        RawWorkbook.of(
                "<row>"
                    + inline(
                        "SODDISFAZIONE COMPLESSIVÀ",
                        "cliente",
                        "Other",
                        "Survey Date",
                        "",
                        " codice  PARTNER".replace("  ", " "),
                        "\u00A0id risposta ",
                        "comménto")
                    + "</row><row>"
                    + inline("9", "Rossi", "x", "2010-10-30", "y", "P-1", "R-1", "Bene")
                    + "</row>")
            .write(directory);

    assertThat(WorkbookRows.cells(file))
        .containsExactly(
            new Cell.Text("R-1"),
            new Cell.Text("P-1"),
            new Cell.Text("2010-10-30"),
            new Cell.Text("Rossi"),
            new Cell.Text("9"),
            null,
            null,
            new Cell.Text("Bene"));
  }

  @Test
  void takesTheFirstOfAHeaderThatIsThereTwice() throws Exception {
    Path file =
        RawWorkbook.of(
                "<row>"
                    + HEADER_CELLS
                    + inline("ID risposta", "Customer")
                    + "</row><row>"
                    + inline("R-1", "P-1", "d", "first", "9", "R-2", "second")
                    + "</row>")
            .write(directory);

    assertThat(WorkbookRows.cells(file))
        .startsWith(
            new Cell.Text("R-1"), new Cell.Text("P-1"), new Cell.Text("d"), new Cell.Text("first"));
  }

  @Test
  void takesTheFirstRowThatIsAHeader() throws Exception {
    Path file =
        RawWorkbook.of(
                "<row>"
                    + inline("Survey of Customer and Partner ID")
                    + "</row><row>"
                    + inline("Response ID", "Partner ID", "Customer")
                    + "</row>"
                    + ("<row>" + HEADER_CELLS + "</row>").repeat(2))
            .write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(4L);
    assertThat(WorkbookRows.cells(file)).startsWith(new Cell.Text("Response ID"));
  }

  @Test
  void namesWhatTheNearestRowLacks() {
    Path file =
        new RawWorkbook()
            .sheet("Legend", "", "<row>" + inline("Customer", "Partner ID") + "</row>")
            .sheet(
                "Responses",
                "",
                "<row/><row>"
                    + inline("Response ID", "Cliente", "Data", "Data", "Comment")
                    + "</row>"
                    + "<row>"
                    + inline("Partner ID", "Data")
                    + "</row>")
            .sheet("Hidden", "hidden", "<row>" + HEADER_CELLS + "</row>" + DATA)
            .write(directory);

    Fault fault = WorkbookRows.fault(file);

    assertThat(fault.reason()).isEqualTo(RejectReason.FILE_MISSING_COLUMN);
    assertThat(fault.columns()).containsExactly("partner id", "overall satisfaction");
    assertThat(fault.detail())
        .contains(
            "row 2 of sheet \"Responses\"",
            "\"Partner ID\" / \"Codice partner\"",
            "\"Overall satisfaction\" / \"Soddisfazione complessiva\"")
        .doesNotContain("Customer");
  }

  @Test
  void takesOneRequiredHeaderForNone() {
    Path file =
        RawWorkbook.of("<row>" + inline("Customer", "Cliente", "Comment", "E-mail") + "</row>")
            .write(directory);

    assertThat(WorkbookRows.fault(file).reason()).isEqualTo(RejectReason.FILE_NO_HEADER);
  }

  @Test
  void readsASheetThatCountsBesideOneThatDoesNot() throws Exception {
    Path file =
        new RawWorkbook()
            .sheet("Draft", "", "<row>" + inline("Customer", "Partner ID") + "</row>")
            .sheet("Responses", "", HEADER + DATA)
            .write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(2L);
  }
}
