package dev.touchstone.application.upload.service;

import dev.touchstone.domain.text.Text;

/** Makes of the name of a sender's file something to show: one line, without any folders. */
final class FileLabel {

  /** The longest label, in code points. */
  static final int LONGEST = 200;

  private static final String UNNAMED = "workbook.xlsx";

  private FileLabel() {}

  static String of(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder label = new StringBuilder();
    last.codePoints().filter(FileLabel::isPrintable).limit(LONGEST).forEach(label::appendCodePoint);
    String trimmed = Text.trim(label.toString());
    return trimmed.isEmpty() ? UNNAMED : trimmed;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
