package dev.touchstone.application.upload;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that a vendor uploaded.
 *
 * @param id its number; later ones have higher numbers
 * @param workbook what was uploaded
 * @param receivedAt when it was on disk
 * @param state how far it is
 * @param endedAt since when nothing changes any more; null until then
 * @param repeats the upload that brought the same content first; null in other states than REPEATED
 * @param fault why the file cannot be used; null in other states than REJECTED
 * @param failure why the server could not finish it; null in other states than FAILED
 * @param figures what became of its rows
 * @param folder the folder that holds its files; null where it has none of its own, or came before
 *     folders had names
 * @param filesGoneAt since when no file of it is kept for the vendor; null until then
 */
public record SurveyUpload(
    long id,
    UploadedWorkbook workbook,
    Instant receivedAt,
    UploadState state,
    @Nullable Instant endedAt,
    @Nullable Long repeats,
    @Nullable Fault fault,
    @Nullable String failure,
    UploadFigures figures,
    @Nullable String folder,
    @Nullable Instant filesGoneAt) {

  /** As the intake knows it. */
  public Delivery.Upload delivery() {
    return new Delivery.Upload(id, workbook.businessDate(), workbook.dryRun());
  }
}
