package dev.touchstone.domain.text;

import java.nio.charset.StandardCharsets;

/**
 * What text may be as a value of evidence, whether a file brings it or a person (formats.md, CSV).
 */
public final class EvidenceText {

  /** The longest text, in code points. */
  public static final int MAX_LENGTH = 1_000;

  /**
   * The longest id, in UTF-8 bytes. Ids are keys, two together in places, and an index of the
   * evidence takes no more than about 2,700 bytes: one row must not stop a night.
   */
  public static final int MAX_ID_BYTES = 1_000;

  private EvidenceText() {}

  /** Whether text can be stored: no NUL, and no half of a surrogate pair. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether text has more code points than it may. */
  public static boolean isLongerThan(int maxCodePoints, String text) {
    return text.length() > maxCodePoints && Text.length(text) > maxCodePoints;
  }

  /** Whether text takes more bytes than an id may. */
  public static boolean isTooLongForAnId(String id) {
    return id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES;
  }
}
