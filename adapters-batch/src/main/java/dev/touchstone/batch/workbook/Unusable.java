package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.batch.intake.UnusableFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a workbook cannot be used (formats.md, Inbox). */
final class Unusable {

  private static final String SAVE_AGAIN =
      "; open it in a spreadsheet program, save it again as .xlsx and send it again";

  private Unusable() {}

  /** The file is damaged, or not what it should be. */
  static UnusableFileException damaged(String what, @Nullable Throwable cause) {
    return unreadable(what + SAVE_AGAIN + ".", cause);
  }

  /** The file cannot be read; the sentence says what to do. */
  static UnusableFileException unreadable(String sentence, @Nullable Throwable cause) {
    return exception(RejectReason.FILE_UNREADABLE, sentence, cause);
  }

  /** A limit is passed. */
  static UnusableFileException tooLarge(String what, @Nullable Throwable cause) {
    return exception(
        RejectReason.FILE_TOO_LARGE,
        what + "; split the responses into several smaller workbooks and send those.",
        cause);
  }

  /** There is a header, but it lacks required columns. */
  static UnusableFileException missingColumns(
      String sheet, long row, List<String> missing, String headers) {
    return new UnusableFileException(
        new Fault(
            RejectReason.FILE_MISSING_COLUMN,
            "The header in row %d of sheet \"%s\" lacks %s; add it and send the workbook again."
                .formatted(row, sheet, headers),
            missing));
  }

  /** There is nothing like a header. */
  static UnusableFileException noHeader(String headers) {
    return exception(
        RejectReason.FILE_NO_HEADER,
        "No visible sheet has a header within its first %d rows; put one that holds %s above the responses."
            .formatted(HeaderSearch.ROWS, headers),
        null);
  }

  private static UnusableFileException exception(
      RejectReason reason, String detail, @Nullable Throwable cause) {
    UnusableFileException exception =
        new UnusableFileException(new Fault(reason, detail, List.of()));
    if (cause != null) {
      exception.initCause(cause);
    }
    return exception;
  }
}
