package dev.touchstone.application.upload.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.upload.SurveyUpload;

/**
 * Gives up an upload whose folder no server has any more: nobody could ever read it, and the
 * vendor's later workbooks would wait for it for ever.
 */
public interface AbandonUploadUseCase {

  /** Ends the upload, in the log too. */
  AbandonUploadResult abandon(AbandonUploadCommand command);

  /**
   * Which one.
   *
   * @param actor who gives it up
   * @param upload its number
   */
  record AbandonUploadCommand(Actor actor, long upload) {}

  /** What came of it. */
  sealed interface AbandonUploadResult {}

  /**
   * It has ended: as FAILED, or as what it had come to where only its end was not recorded.
   *
   * @param upload as it is now
   */
  record Abandoned(SurveyUpload upload) implements AbandonUploadResult {}

  /** There is no such upload. */
  record Unknown() implements AbandonUploadResult {}

  /**
   * It stays as it is.
   *
   * @param reason why, in a sentence
   */
  record Refused(String reason) implements AbandonUploadResult {}
}
