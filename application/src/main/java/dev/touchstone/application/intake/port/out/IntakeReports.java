package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFileReport;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What became of the files and rows of the nights' runs. */
public interface IntakeReports {

  /**
   * The files of a run, in the order of registration.
   *
   * @param state those in this state only; null for all
   * @param after those registered after the one with this id; 0 to begin with the first
   * @param limit how many at most
   */
  List<IntakeFileReport> listFiles(
      NightId night, IntakeFile.@Nullable State state, long after, int limit);

  /**
   * What a run rejected, sorted by file (byte order), sheet and line.
   *
   * @param after what stands behind this place only; null to begin with the first
   * @param limit how much at most
   */
  List<PlacedReject> listRejects(NightId night, @Nullable RejectPlace after, int limit);

  /** Streams what a run rejected, in the same order. */
  void forEachReject(NightId night, Consumer<RejectedRow> consumer);

  /**
   * A place in the list of what a run rejected.
   *
   * @param path the file's path
   * @param sheet the sheet's name; empty for CSV and whole files
   * @param line the line; 0 for whole files
   * @param id tells apart what has the same place
   */
  record RejectPlace(String path, String sheet, long line, long id) {}

  /**
   * Something rejected and its place.
   *
   * @param place the place
   * @param row what was rejected
   */
  record PlacedReject(RejectPlace place, RejectedRow row) {}
}
