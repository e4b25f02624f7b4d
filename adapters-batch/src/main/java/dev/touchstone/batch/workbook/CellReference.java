package dev.touchstone.batch.workbook;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** Takes the column out of a reference such as {@code AB12}. */
final class CellReference extends TypedValueDecoder {

  private static final int LETTERS = 26;

  private int column;

  /** The column, from 1; beyond {@link WorkbookLimits#COLUMNS} if too far right, 0 if none. */
  int column() {
    return column;
  }

  @Override
  public void decode(String input) {
    decode(input.toCharArray(), 0, input.length());
  }

  @Override
  public void decode(char[] buffer, int start, int end) {
    int result = 0;
    int i = start;
    for (; i < end && isLetter(buffer[i]); i++) {
      int letter = (buffer[i] & 0x1F);
      result = Math.min(result * LETTERS + letter, WorkbookLimits.COLUMNS + 1);
    }
    int row = i;
    while (i < end && isDigit(buffer[i])) {
      i++;
    }
    // What follows would make a range of it: its first cell is not the one that is meant.
    column = i > row && i == end ? result : 0;
  }

  @Override
  public void handleEmptyValue() {
    column = 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
