package dev.touchstone.domain.directory;

import dev.touchstone.domain.text.Text;

/**
 * What an offer says in one language, both parts trimmed.
 *
 * @param title one line, 1 to {@value #LONGEST_TITLE} characters
 * @param text 1 to {@value #LONGEST_TEXT} characters
 */
public record OfferText(String title, String text) {

  /** The most characters of a title. */
  public static final int LONGEST_TITLE = 120;

  /** The most characters of a text. */
  public static final int LONGEST_TEXT = 4_000;

  /**
   * @throws IllegalArgumentException if a part is missing or too long
   */
  public OfferText {
    title = checked("title", title, LONGEST_TITLE);
    text = checked("text", text, LONGEST_TEXT);
    if (title.lines().count() > 1) {
      throw new IllegalArgumentException("An offer's title is one line.");
    }
  }

  private static String checked(String part, String value, int longest) {
    String trimmed = Text.trim(value);
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException(
          "An offer's %s is missing: each language that is given needs title and text."
              .formatted(part));
    }
    if (Text.length(trimmed) > longest) {
      throw new IllegalArgumentException(
          "An offer's %s has up to %d characters, not %d."
              .formatted(part, longest, Text.length(trimmed)));
    }
    return trimmed;
  }
}
