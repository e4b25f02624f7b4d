package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of deliveries, in memory; what is rejected leaves the stage as well. */
final class FilesInMemory implements IntakeFiles {

  private final StagedRows stage;
  private final List<IntakeFile> files = new ArrayList<>();
  private final Map<Long, Fault> rejected = new LinkedHashMap<>();

  FilesInMemory(StagedRows stage) {
    this.stage = stage;
  }

  @Override
  public List<IntakeFile> register(Delivery delivery, List<SourceFile> found) {
    for (SourceFile file : found) {
      files.add(new IntakeFile(files.size() + 1L, delivery, file, IntakeFile.State.REGISTERED));
    }
    return list(delivery);
  }

  @Override
  public List<IntakeFile> list(Delivery delivery) {
    return files.stream().filter(file -> file.delivery().equals(delivery)).toList();
  }

  @Override
  public List<IntakeFile> listPending(Delivery delivery, EvidenceKind kind) {
    return list(delivery).stream()
        .filter(file -> file.file().kind() == kind && !rejected.containsKey(file.id()))
        .toList();
  }

  @Override
  public void reject(IntakeFile file, Fault fault) {
    rejected.put(file.id(), fault);
    stage.clear(file);
  }

  @Override
  public void rejectUnread(IntakeFile file, Fault fault) {
    rejected.put(file.id(), fault);
  }

  /** Why files were rejected whole, by their ids. */
  Map<Long, Fault> rejected() {
    return rejected;
  }
}
