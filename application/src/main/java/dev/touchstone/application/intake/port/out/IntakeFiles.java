package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.domain.time.NightId;
import java.util.List;

/** The files of the nights and how far the intake is with each. */
public interface IntakeFiles {

  /**
   * Registers files in the given order. A file with the same path and content as one registered for
   * the same run is that file (a resumed night); one with the same kind, vendor and content as
   * another file taken on the same business date, whatever its path, is {@code REPEATED}
   * (formats.md, Inbox).
   *
   * @return one for each file, in order
   */
  List<IntakeFile> register(NightId night, List<SourceFile> files);

  /** All files of a run, in the order of registration. */
  List<IntakeFile> list(NightId night);

  /** The files of a run and kind in the state {@code REGISTERED}, in the order of registration. */
  List<IntakeFile> listPending(NightId night, EvidenceKind kind);

  /** Rejects a pending file whole; rows of it staged so far are forgotten. */
  void reject(IntakeFile file, Fault fault);

  /**
   * Rejects a pending file whose content nobody has seen: it does not count as taken, so that a
   * later run of the date takes it when it is there.
   */
  void rejectUnread(IntakeFile file, Fault fault);
}
