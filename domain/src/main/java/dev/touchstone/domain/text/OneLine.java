package dev.touchstone.domain.text;

/** Text of one line that people write: a name, a number. */
public final class OneLine {

  private OneLine() {}

  /**
   * The text, trimmed.
   *
   * @param what what the text is, as the first words of a sentence
   * @param most how many code points it may have
   * @throws IllegalArgumentException if nothing is left, it is longer, or it has line breaks, other
   *     control characters or half a surrogate pair
   */
  public static String of(String what, String text, int most) {
    String line = Text.trim(text);
    if (line.isEmpty()) {
      throw new IllegalArgumentException(what + " is missing.");
    }
    if (Text.length(line) > most) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters; shorten it.".formatted(what, most));
    }
    if (line.codePoints().anyMatch(OneLine::breaksTheLine)) {
      throw new IllegalArgumentException(
          what + " contains a line break or another character that a line cannot have; remove it.");
    }
    return line;
  }

  private static boolean breaksTheLine(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
