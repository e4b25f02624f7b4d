package dev.touchstone.batch.workbook;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** What the attribute {@code t} says of a cell's value. */
enum CellType {
  /** A number; also where nothing is said. */
  NUMBER("n"),
  /** An index into the shared strings. */
  SHARED_STRING("s"),
  /** Text, of a formula. */
  STRING("str"),
  /** Text in an element of its own. */
  INLINE_STRING("inlineStr"),
  /** 0 or 1. */
  BOOLEAN("b"),
  /** A code such as {@code #N/A}. */
  ERROR("e"),
  /** A date of ISO 8601. */
  DATE("d");

  private static final CellType[] ALL = values();

  private final String code;

  CellType(String code) {
    this.code = code;
  }

  /** Takes the type out of the attribute; a type that is not known is text. */
  static final class Decoder extends TypedValueDecoder {

    private CellType type = NUMBER;

    /** Goes back to what holds without the attribute. */
    void reset() {
      type = NUMBER;
    }

    CellType type() {
      return type;
    }

    @Override
    public void decode(String input) {
      decode(input.toCharArray(), 0, input.length());
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
      type = STRING;
      for (CellType candidate : ALL) {
        if (matches(candidate.code, buffer, start, end)) {
          type = candidate;
        }
      }
    }

    @Override
    public void handleEmptyValue() {
      type = NUMBER;
    }

    private static boolean matches(String code, char[] buffer, int start, int end) {
      if (code.length() != end - start) {
        return false;
      }
      for (int i = 0; i < code.length(); i++) {
        if (code.charAt(i) != buffer[start + i]) {
          return false;
        }
      }
      return true;
    }
  }
}
