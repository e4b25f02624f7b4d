package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage in memory. */
final class StagedRows implements EvidenceStage {

  private final Map<Long, List<ParsedRow>> rows = new LinkedHashMap<>();
  private final List<Integer> batches = new ArrayList<>();

  @Override
  public void clear(IntakeFile file) {
    rows.remove(file.id());
  }

  @Override
  public void add(IntakeFile file, List<ParsedRow> added) {
    rows.computeIfAbsent(file.id(), id -> new ArrayList<>()).addAll(added);
    batches.add(added.size());
  }

  /** The lines staged of a file, in order. */
  List<Long> linesOf(IntakeFile file) {
    return rowsOf(file).stream().map(row -> row.place().line()).toList();
  }

  /** What is staged of a file, in order. */
  List<ParsedRow> rowsOf(IntakeFile file) {
    return List.copyOf(rows.getOrDefault(file.id(), List.of()));
  }

  /** How many rows each call brought. */
  List<Integer> batches() {
    return batches;
  }
}
