package dev.touchstone.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeaderValuesTest {

  /** The rule as the framework has it. */
  private static final Pattern RULE =
      Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

  @Test
  void judgesEveryCharacterAsTheFrameworksRule() {
    HeaderValues values = new HeaderValues();
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String value = "a" + Character.toString(character) + "b";
      assertThat(values.test(value))
          .as("U+%04X", character)
          .isEqualTo(RULE.matcher(value).matches());
    }
  }

  @Test
  void takesTheEmptyValue() {
    assertThat(new HeaderValues().test("")).isTrue();
  }
}
