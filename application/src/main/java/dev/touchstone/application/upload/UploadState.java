package dev.touchstone.application.upload;

/** How far an upload is, or how it ended. */
public enum UploadState {
  /** On disk; its turn has not come. */
  RECEIVED,
  /** Being read and judged. */
  RUNNING,
  /** Its good rows are in the evidence. */
  TAKEN,
  /** Judged in a dry run; the evidence is as it was. */
  CHECKED,
  /** Not read: another upload has brought the same content on the same date. */
  REPEATED,
  /** The file cannot be used; nothing of it was taken. */
  REJECTED,
  /** The server could not finish it; nothing of it was taken. */
  FAILED;

  /** Whether nothing changes about it any more. */
  public boolean hasEnded() {
    return this != RECEIVED && this != RUNNING;
  }
}
