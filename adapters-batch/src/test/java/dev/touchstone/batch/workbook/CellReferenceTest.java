package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReferenceTest {

  @ParameterizedTest
  @CsvSource({"A1, 1", "z9, 26", "AB12, 28", "IV65536, 256"})
  void tellsTheColumn(String reference, int column) {
    assertThat(columnOf(reference)).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({"''", "A", "12", "A1:XFD1048576", "A1B", "$A$1", "A-1", "' A1'"})
  void takesNothingElseForAReference(String reference) {
    assertThat(columnOf(reference)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"XFE1", "ZZZZZZZZZZ1"})
  void tellsWhatIsTooFarRight(String reference) {
    assertThat(columnOf(reference)).isGreaterThan(WorkbookLimits.COLUMNS);
  }

  private static int columnOf(String reference) {
    CellReference decoder = new CellReference();
    decoder.decode(reference);
    return decoder.column();
  }
}
