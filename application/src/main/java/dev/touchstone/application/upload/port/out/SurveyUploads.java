package dev.touchstone.application.upload.port.out;

import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of all uploads. */
public interface SurveyUploads {

  /**
   * Adds an upload, within the caller's transaction: RECEIVED, or REPEATED where it is in earnest
   * and the vendor has brought the same content in earnest on the same date and that one waits,
   * runs or is taken. Of several at the same time one is the first.
   */
  SurveyUpload add(UploadedWorkbook workbook, Instant receivedAt);

  /** One that is known to be there. */
  SurveyUpload getUpload(long id);

  /** One of anybody. */
  Optional<SurveyUpload> findUpload(long id);

  /** One of a vendor; another's is as if it were not there. */
  Optional<SurveyUpload> findUpload(long id, SurveyVendor vendor);

  /**
   * Uploads, newest first.
   *
   * @param vendor whose; null for everybody's
   * @param before the number before which to begin; null to begin with the newest
   * @param limit how many at most
   */
  List<SurveyUpload> list(@Nullable SurveyVendor vendor, @Nullable Long before, int limit);

  /** Those that have not ended, oldest first. */
  List<Long> listOpen();

  /** How many of a vendor have not ended. */
  int countOpen(SurveyVendor vendor);

  /**
   * Has an upload run.
   *
   * @return false where it has ended
   */
  boolean begin(long id);

  /**
   * Ends an upload that runs.
   *
   * @param state TAKEN, CHECKED or REJECTED
   */
  void end(long id, UploadState state, Instant at);

  /** Ends an upload that runs as FAILED. */
  void fail(long id, String failure, Instant at);
}
