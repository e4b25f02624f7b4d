package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.InboxFile;
import dev.touchstone.application.intake.NightFile;
import dev.touchstone.application.intake.port.out.NightFiles;
import dev.touchstone.domain.time.NightId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one night, in memory; what is rejected leaves the stage as well. */
final class FilesInMemory implements NightFiles {

  private final StagedRows stage;
  private final List<NightFile> files = new ArrayList<>();
  private final Map<Long, Fault> rejected = new LinkedHashMap<>();

  FilesInMemory(StagedRows stage) {
    this.stage = stage;
  }

  @Override
  public List<NightFile> register(NightId night, List<InboxFile> found) {
    for (InboxFile file : found) {
      files.add(new NightFile(files.size() + 1L, night, file, NightFile.State.REGISTERED));
    }
    return list(night);
  }

  @Override
  public List<NightFile> list(NightId night) {
    return files.stream().filter(file -> file.night().equals(night)).toList();
  }

  @Override
  public List<NightFile> listPending(NightId night, EvidenceKind kind) {
    return list(night).stream()
        .filter(file -> file.file().kind() == kind && !rejected.containsKey(file.id()))
        .toList();
  }

  @Override
  public void reject(NightFile file, Fault fault) {
    rejected.put(file.id(), fault);
    stage.clear(file);
  }

  @Override
  public void rejectUnread(NightFile file, Fault fault) {
    rejected.put(file.id(), fault);
  }

  /** Why files were rejected whole, by their ids. */
  Map<Long, Fault> rejected() {
    return rejected;
  }
}
