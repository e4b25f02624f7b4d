package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.SourceFile;
import java.util.List;

/** The files of the intake and how far it is with each. */
public interface IntakeFiles {

  /**
   * Registers files in the given order. A file with the same path and content as one registered for
   * the same delivery is that file (a resumed night). Of a night, one with the same kind, vendor
   * and content as another file taken by a night of the same business date, whatever its path, is
   * {@code REPEATED} (formats.md, Inbox).
   *
   * @return one for each file, in order
   */
  List<IntakeFile> register(Delivery delivery, List<SourceFile> files);

  /** All files of a delivery, in the order of registration. */
  List<IntakeFile> list(Delivery delivery);

  /** Those of a kind in the state {@code REGISTERED}, in the order of registration. */
  List<IntakeFile> listPending(Delivery delivery, EvidenceKind kind);

  /** Rejects a pending file whole; rows of it staged so far are forgotten. */
  void reject(IntakeFile file, Fault fault);

  /**
   * Rejects a pending file whose content nobody has seen: it does not count as taken, so that a
   * later run of the date takes it when it is there.
   */
  void rejectUnread(IntakeFile file, Fault fault);
}
