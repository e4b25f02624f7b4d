package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.batch.intake.UnusableFileException;
import dev.touchstone.batch.intake.WorkbookIntake;
import dev.touchstone.batch.workbook.WorkbookMutator.Mutant;
import dev.touchstone.domain.text.EvidenceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the product makes of a damaged workbook, and whether it may. */
final class MutantTrial {

  private final Path folder;

  /**
   * @param folder for the files, of which one mutant's at a time are there
   */
  MutantTrial(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes the mutant in, and writes the copy that its vendor would get back.
   *
   * @return how it ended: a reason for files, {@code ROWS}, or {@code EMPTY} without any
   * @throws AssertionError if it ended otherwise than a file may
   */
  String run(Mutant mutant) throws IOException {
    Path workbook = folder.resolve("inbox/surveys/vendor/mutant.xlsx");
    Files.createDirectories(workbook.getParent());
    Files.write(workbook, mutant.content());
    WorkbookIntake.Taken taken = WorkbookIntake.take(workbook);
    Fault fault = taken.fault();
    if (fault != null) {
      require(fault.reason().name().startsWith("FILE_"), "no reason for a file: " + fault);
      require(isSentence(fault.detail()), "no sentence: " + fault.detail());
      require(taken.rows().isEmpty(), "rows stay of a file rejected whole");
      return fault.reason().name();
    }
    taken.rows().forEach(MutantTrial::requireStorable);
    if (taken.rows().isEmpty()) {
      return "EMPTY";
    }
    Path annotated = folder.resolve("annotated.xlsx");
    AnnotatedWorkbook.write(
        workbook, taken.rows().stream().map(MutantTrial::reject).iterator(), annotated);
    List<?> back = readBack(annotated);
    require(
        back.size() == taken.rows().size(),
        "the copy has " + back.size() + " rows, not " + taken.rows().size());
    return "ROWS";
  }

  private static List<?> readBack(Path annotated) {
    try {
      return WorkbookRows.read(annotated);
    } catch (UnusableFileException e) {
      throw new AssertionError("the copy cannot be read: " + e.getMessage(), e);
    }
  }

  /** What the parser let pass is the work of the merge, which knows no such partner. */
  private static RejectedRow reject(ParsedRow row) {
    Fault fault =
        Objects.requireNonNullElseGet(
            row.fault(),
            () -> Fault.in("partner id", RejectReason.UNKNOWN_PARTNER, "There is no such partner"));
    return new RejectedRow("surveys/vendor/mutant.xlsx", row.place(), row.key(), fault);
  }

  private static void requireStorable(ParsedRow row) {
    require(EvidenceText.isStorable(row.key()), "a key that cannot be stored: " + row);
    require(
        EvidenceText.isStorable(Objects.requireNonNull(row.place().sheet())),
        "a sheet whose name cannot be stored: " + row);
    Fault fault = row.fault();
    require(
        fault == null || EvidenceText.isStorable(fault.detail()),
        "a detail that cannot be stored: " + row);
  }

  private static boolean isSentence(String detail) {
    return detail.endsWith(".") && detail.lines().count() == 1 && !detail.contains("Exception");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
