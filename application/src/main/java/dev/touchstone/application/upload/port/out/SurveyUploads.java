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
   *
   * @param folder the folder that holds its file
   */
  SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt);

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

  /**
   * What tells this record from any other, also from one that was copied from it to another server
   * of the database.
   */
  String recordName();

  /** Those of the numbers under which there is no upload. */
  List<Long> listUnknown(List<Long> ids);

  /** Gives a folder what came before folders had names, when there was but one. */
  void adopt(String folder);

  /** Those of a folder that have not ended, oldest first; others' files may be out of reach. */
  List<Long> listOpen(String folder);

  /** How many of a vendor in a folder have not ended. */
  int countOpen(SurveyVendor vendor, String folder);

  /**
   * How many bytes are kept for a vendor in a folder: workbooks that wait, run or are taken, and
   * annotated ones, each counted like the workbook it is made of.
   */
  long countBytesKept(SurveyVendor vendor, String folder);

  /**
   * Uploads of a folder that have ended and whose files are still kept, those first that ended
   * first.
   *
   * @param endedBefore the moment before which they ended
   * @param skip how many of the first to pass over
   * @param limit how many at most
   */
  List<SurveyUpload> listWithFiles(String folder, Instant endedBefore, int skip, int limit);

  /** Notes that no file of an upload that has ended is kept any more. */
  void recordFilesGone(long id, Instant at);

  /**
   * Has an upload run.
   *
   * @return false where it has ended, or where an older one of the vendor, in whatever folder, has
   *     not: of two workbooks the later one is the correction
   */
  boolean begin(long id);

  /**
   * Ends an upload that has not ended.
   *
   * @param state TAKEN, CHECKED or REJECTED
   */
  void end(long id, UploadState state, Instant at);

  /** Ends an upload that has not ended as FAILED. */
  void fail(long id, String failure, Instant at);
}
