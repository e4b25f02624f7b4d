package dev.touchstone.application.upload.port.in;

import dev.touchstone.domain.survey.SurveyVendor;

/** Decides, before any of a file is read, whether it may come in now. */
public interface AdmitUploadUseCase {

  /**
   * Never waits.
   *
   * @param bytes how many will come, as far as that is known; the most that may come if not
   */
  AdmitUploadResult admit(SurveyVendor vendor, long bytes);

  /** Whether it may. */
  sealed interface AdmitUploadResult {}

  /** It may; closed when the transfer has ended, well or not. */
  non-sealed interface Admitted extends AdmitUploadResult, AutoCloseable {
    @Override
    void close();
  }

  /**
   * Not now.
   *
   * @param reason a sentence that says why and what to do
   */
  record Refused(String reason) implements AdmitUploadResult {}

  /**
   * There is no room for it.
   *
   * @param reason a sentence that says why and what to do
   */
  record NoRoom(String reason) implements AdmitUploadResult {}
}
