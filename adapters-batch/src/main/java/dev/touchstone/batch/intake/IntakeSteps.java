package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;

/** The names of the intake's steps; a restart finds them by these. */
public final class IntakeSteps {

  /** Fixes which files the night takes. */
  public static final String REGISTER = "register-inbox";

  /** Leaves reports of rejected rows. */
  public static final String REPORT = "report-rejects";

  /** Moves the night's files out of the inbox. */
  public static final String ARCHIVE = "archive-inbox";

  private static final String STAGE = "stage-";
  private static final String MERGE = "merge-";

  private IntakeSteps() {}

  /** The step that reads, parses and stages the files of a kind. */
  public static String stage(EvidenceKind kind) {
    return STAGE + kind.folder();
  }

  /** The step that merges the staged files of a kind into the evidence. */
  public static String merge(EvidenceKind kind) {
    return MERGE + kind.folder();
  }

  static EvidenceKind kindOf(String stageStep) {
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (stage(kind).equals(stageStep)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Step " + stageStep + " stages no kind");
  }
}
