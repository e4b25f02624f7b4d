package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @Test
  void readsNumbersLikeJava() {
    long seed = 5;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String written =
          switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 2 -> new BigDecimal(random.nextDouble() * 50_000).toPlainString();
            default -> BigDecimal.valueOf(random.nextInt(), random.nextInt(12)).toPlainString();
          };
      if (!written.equals("NaN")) {
        assertThat(parse(written))
            .as("seed %d, %s", seed, written)
            .isEqualTo(Double.parseDouble(written));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-",
        "1.2.3",
        "1,5",
        "NaN",
        "Infinity",
        "0x1p3",
        "1f",
        "1e",
        "٣",
        "1e400"
      })
  void takesNothingElseForANumber(String written) {
    assertThat(parse(written)).isNaN();
  }

  private static double parse(String written) {
    CellText text = new CellText();
    text.append(written.toCharArray(), 0, written.length());
    text.finish();
    return Numbers.parse(text);
  }
}
