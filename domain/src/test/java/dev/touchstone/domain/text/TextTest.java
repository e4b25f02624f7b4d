package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({
    "Caffè Nero, CAFFE NERO",
    "Strauß, STRAUSS",
    "STRAUẞ, strauss",
    "Ångström, angstrom",
    "İstanbul, istanbul",
    "ΟΔΟΣ, οδοσ",
    "Łódź, łódź",
  })
  void foldsCaseAndAccents(String one, String other) {
    assertThat(Text.fold(one)).isEqualTo(Text.fold(other));
  }

  @Test
  void keepsApartWhatDiffersByMore() {
    assertThat(Text.fold("Caffè Nero")).isNotEqualTo(Text.fold("CaffèNero"));
    assertThat(Text.fold("Rossi")).isNotEqualTo(Text.fold("Rosso"));
  }

  @Test
  void foldsAComposedAndADecomposedAccentAlike() {
    String composed = "Società Perché Ñandú";

    assertThat(Text.fold(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(Text.fold(composed))
        .isEqualTo("societa perche nandu");
  }

  @Test
  void foldsEveryCharacterLikeItsUpperAndLowerCase() {
    List<String> apart = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
        String text = "x" + Character.toString(c) + "x";
        String fold = Text.fold(text);
        boolean same =
            fold.equals(Text.fold(text.toUpperCase(Locale.ROOT)))
                && fold.equals(Text.fold(text.toLowerCase(Locale.ROOT)))
                && fold.equals(Text.fold(fold));
        if (!same) {
          apart.add("U+%04X".formatted(c));
        }
      }
    }
    assertThat(apart).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\r\n", "\u00A0", "\u2007", "\u202F", "\u3000", "\uFEFF"})
  void trimsEveryKindOfSpace(String space) {
    assertThat(Text.trim(space + "a" + space + "b" + space)).isEqualTo("a" + space + "b");
    assertThat(Text.trim(space + space)).isEmpty();
    assertThat(Text.fold(space + "A" + space)).isEqualTo("a");
  }

  @Test
  void trimsNothingElse() {
    assertThat(Text.trim("\0a\u200B")).isEqualTo("\0a\u200B");
    assertThat(Text.trim("")).isEmpty();
  }

  @Test
  void countsCodePoints() {
    assertThat(Text.length("è🙂")).isEqualTo(2);
  }

  @Test
  void ordersByTheBytesOfUtf8() {
    Random random = new Random(7);
    int[] alphabet = {'a', 'b', 0xE8, 0x7FF, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F642, 0x10FFFF};
    for (int i = 0; i < 20_000; i++) {
      String a = text(random, alphabet);
      String b = text(random, alphabet);

      assertThat(Integer.signum(Text.BYTE_ORDER.compare(a, b)))
          .as("%s and %s", a, b)
          .isEqualTo(
              Integer.signum(
                  Arrays.compareUnsigned(
                      a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static String text(Random random, int[] alphabet) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(4); length > 0; length--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
