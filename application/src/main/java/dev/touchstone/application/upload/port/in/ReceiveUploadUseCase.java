package dev.touchstone.application.upload.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.domain.survey.SurveyVendor;

/** Takes charge of a workbook that has come in (formats.md, Survey workbook). */
public interface ReceiveUploadUseCase {

  /** Records it, keeps the file and has it run when its turn comes. */
  ReceiveUploadResult receive(ReceiveUploadCommand command);

  /**
   * A workbook that has come in.
   *
   * @param actor who sent it
   * @param vendor on behalf of which vendor
   * @param fileName what the sender calls it, as it came
   * @param dryRun whether it is only judged
   * @param arrival the file
   */
  record ReceiveUploadCommand(
      Actor actor, SurveyVendor vendor, String fileName, boolean dryRun, Arrival arrival) {}

  /** What became of it. */
  sealed interface ReceiveUploadResult {

    /** It is recorded: RECEIVED, or REPEATED where the same content came before. */
    record Received(SurveyUpload upload) implements ReceiveUploadResult {}

    /** It is no workbook at all; nothing is recorded. */
    record NoWorkbook(String reason) implements ReceiveUploadResult {}
  }
}
