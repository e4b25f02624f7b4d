package dev.touchstone.application.appeal;

/** How an act on an appeal went. */
public sealed interface AppealResult {

  /** It was done. */
  record Done(KeptAppeal appeal) implements AppealResult {}

  /**
   * There is no such appeal, or no such partner.
   *
   * @param reason one sentence that says so
   */
  record NotFound(String reason) implements AppealResult {}

  /** Somebody else changed the appeal since the version that the act is on. */
  record Stale() implements AppealResult {}

  /**
   * The state of the appeal, or of another one, does not allow it.
   *
   * @param reason one sentence that says why
   */
  record Conflict(String reason) implements AppealResult {}

  /**
   * A rule of the program forbids it.
   *
   * @param reason one sentence that says which and what to do
   */
  record Refused(String reason) implements AppealResult {}
}
