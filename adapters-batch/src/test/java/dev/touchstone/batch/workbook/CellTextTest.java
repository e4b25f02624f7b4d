package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.domain.text.Text;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTextTest {

  private final CellText text = new CellText();

  @Test
  void trimsLikeAllOtherText() {
    long seed = 11;
    Random random = new Random(seed);
    String alphabet = "ab \t\n\r\u00A0\u2003\uFEFF\u001C\u0001\u200B\u0085";
    for (int round = 0; round < 5000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(read(raw.toString()))
          .as("seed %d, \"%s\"", seed, raw)
          .isEqualTo(Text.trim(raw.toString()));
    }
  }

  @Test
  void decodesEscapesThatComeInPieces() {
    assertThat(read("a_x0", "0", "41_", "b")).isEqualTo("aAb");
    assertThat(read("_", "_x0041_")).isEqualTo("_A");
    assertThat(read("_x00_x0041_")).isEqualTo("_x00A");
    assertThat(read("_X0041_ _x004_ _x00G1_ _x0041")).isEqualTo("_X0041_ _x004_ _x00G1_ _x0041");
  }

  @Test
  void endsAnEscapeWithItsRun() {
    text.reset();
    append("_x00");
    text.endRun();
    append("41_");
    text.endRun();
    text.finish();

    assertThat(text).hasToString("_x0041_");
  }

  @Test
  void keepsTextThatIsJustNotTooLong() {
    String longest = "\uD83D\uDE00".repeat(Cell.MAX_TEXT);

    assertThat(read(longest)).isEqualTo(longest);
    assertThat(read(longest + " ".repeat(9000))).isEqualTo(longest);
    assertThat(read(longest + "x")).isEqualTo(longest + "x");
  }

  @Test
  void cutsBetweenCharacters() {
    String cut = read("\uD83D\uDE00".repeat(Cell.MAX_TEXT + 100));

    assertThat(Text.length(cut)).isEqualTo(Cell.MAX_TEXT + 1);
    assertThat(cut).isEqualTo("\uD83D\uDE00".repeat(Cell.MAX_TEXT + 1));
  }

  @Test
  void staysTooLongWhereSpacesStandAtTheCut() {
    String cut = read("a".repeat(10) + " ".repeat(9000) + "b");

    assertThat(Text.length(Text.trim(cut))).isGreaterThan(Cell.MAX_TEXT);
    assertThat(read("a" + " ".repeat(9000))).isEqualTo("a");
  }

  @Test
  void forgetsWhatWasBefore() {
    read("x".repeat(9000));

    assertThat(read("new")).isEqualTo("new");
    assertThat(read(" ")).isEmpty();
  }

  private String read(String... pieces) {
    text.reset();
    for (String piece : pieces) {
      append(piece);
    }
    text.endRun();
    text.finish();
    return text.toString();
  }

  private void append(String piece) {
    text.append(("#" + piece + "#").toCharArray(), 1, piece.length());
  }
}
