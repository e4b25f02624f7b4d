package dev.touchstone.batch.arrival;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.domain.survey.SurveyVendor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a file belongs, told from its path below a folder that is laid out as an inbox (formats.md,
 * Inbox).
 *
 * @param kind its kind
 * @param vendor the survey vendor; null for other kinds
 * @param path the path, with {@code /} between names
 */
record ArrivalPlace(EvidenceKind kind, @Nullable SurveyVendor vendor, String path) {

  /** How names end while a file is being written, in lower case; whole it is renamed. */
  private static final List<String> UNDER_WAY = List.of(".part", ".tmp", ".filepart");

  /** The place, if files at this path are taken. */
  static Optional<ArrivalPlace> find(String path) {
    String[] names = path.split("/", -1);
    for (EvidenceKind kind : EvidenceKind.values()) {
      int depth = kind.isWorkbook() ? 3 : 2;
      String ending = kind.isWorkbook() ? ".xlsx" : ".csv";
      if (names[0].equals(kind.folder())
          && names.length == depth
          && !isUnderWay(path)
          && path.toLowerCase(Locale.ROOT).endsWith(ending)) {
        return Optional.of(
            new ArrivalPlace(kind, kind.isWorkbook() ? new SurveyVendor(names[1]) : null, path));
      }
    }
    return Optional.empty();
  }

  /** Whether the name says that the file is not whole, or that it is no file of evidence. */
  static boolean isUnderWay(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("~$")
        || UNDER_WAY.stream().anyMatch(name::endsWith);
  }
}
