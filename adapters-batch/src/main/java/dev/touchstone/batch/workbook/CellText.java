package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.domain.text.Text;

/**
 * The text of one cell, gathered piece by piece: escapes such as {@code _x000D_} decoded, trimmed,
 * and no longer kept than it takes to see that it is too long. Used again for each cell.
 */
final class CellText {

  private static final int KEPT_CODE_POINTS = Cell.MAX_TEXT + 1;
  private static final char MORE = '\u2026';

  /** {@code _xHHHH_}. */
  private static final int ESCAPE_LENGTH = 7;

  // Each code point may take two chars; one more for the sign that there is more.
  private final char[] chars = new char[2 * KEPT_CODE_POINTS + 1];
  private int length;
  private int codePoints;
  private boolean cut;
  private boolean moreFollows;

  private final char[] escape = new char[ESCAPE_LENGTH];
  private int escapeLength;

  /** Forgets the text. */
  void reset() {
    length = 0;
    codePoints = 0;
    cut = false;
    moreFollows = false;
    escapeLength = 0;
  }

  /** Adds a piece of text. */
  void append(char[] source, int start, int count) {
    for (int i = start; i < start + count; i++) {
      decode(source[i]);
    }
  }

  /** Says that a run of text is over; an escape does not reach into the next. */
  void endRun() {
    flushEscape();
  }

  /** Trims the end; to be called when all text is there. */
  void finish() {
    while (length > 0 && isSpace(chars[length - 1])) {
      length--;
      codePoints -= Character.isLowSurrogate(chars[length]) ? 0 : 1;
    }
    if (moreFollows) {
      // Spaces stood at the cut; what is left must still be too long.
      for (; codePoints < KEPT_CODE_POINTS; codePoints++) {
        chars[length++] = MORE;
      }
    }
  }

  /** Whether there is nothing but white space. */
  boolean isBlank() {
    return length == 0;
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  /** The text, trimmed. */
  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private void decode(char c) {
    if (escapeLength == 0) {
      if (c == '_') {
        escape[escapeLength++] = c;
      } else {
        add(c);
      }
    } else if (continuesEscape(c)) {
      escape[escapeLength++] = c;
      if (escapeLength == ESCAPE_LENGTH) {
        addEscaped();
      }
    } else {
      flushEscape();
      decode(c);
    }
  }

  private boolean continuesEscape(char c) {
    return switch (escapeLength) {
      case 1 -> c == 'x';
      case ESCAPE_LENGTH - 1 -> c == '_';
      default -> c < 0x80 && Character.digit(c, 16) >= 0;
    };
  }

  private void addEscaped() {
    char decoded = (char) Integer.parseInt(new String(escape, 2, 4), 16);
    if (Character.isSurrogate(decoded)) {
      // Half a character is none: stays as it is.
      flushEscape();
    } else {
      escapeLength = 0;
      add(decoded);
    }
  }

  private void flushEscape() {
    for (int i = 0; i < escapeLength; i++) {
      add(escape[i]);
    }
    escapeLength = 0;
  }

  private void add(char c) {
    if (length == 0 && isSpace(c)) {
      return;
    }
    if (cut) {
      moreFollows |= !isSpace(c);
    } else if (Character.isLowSurrogate(c)) {
      chars[length++] = c;
    } else if (codePoints < KEPT_CODE_POINTS) {
      chars[length++] = c;
      codePoints++;
    } else {
      cut = true;
      moreFollows = !isSpace(c);
    }
  }

  /** What {@link Text#trim} removes. */
  private static boolean isSpace(char c) {
    return c < 0x80 ? Character.isWhitespace(c) : Text.trim(String.valueOf(c)).isEmpty();
  }
}
