package dev.touchstone.application.upload.service;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFile.State;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.domain.survey.SurveyVendor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The intake's side of one upload. */
final class OneFile implements IntakeFiles, EvidenceStage {

  /** The files whose stage was emptied. */
  final List<Long> cleared = new ArrayList<>();

  /** How far its file is; null while the intake has not heard of it. */
  @Nullable State state;

  @Override
  public List<IntakeFile> list(Delivery delivery) {
    SourceFile file =
        new SourceFile(
            EvidenceKind.SURVEYS, new SurveyVendor("alfa"), "workbook.xlsx", 1, "a".repeat(64));
    return state == null ? List.of() : List.of(new IntakeFile(7, delivery, file, state));
  }

  @Override
  public void clear(IntakeFile file) {
    cleared.add(file.id());
  }

  @Override
  public void add(IntakeFile file, List<ParsedRow> rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<IntakeFile> register(Delivery delivery, List<SourceFile> found) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<IntakeFile> listPending(Delivery delivery, EvidenceKind kind) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void reject(IntakeFile file, Fault fault) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rejectUnread(IntakeFile file, Fault fault) {
    throw new UnsupportedOperationException();
  }
}
