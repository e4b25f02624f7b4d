package dev.touchstone.web.upload;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadFigures;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(description = "An upload, how far it is, and what became of its rows.")
record UploadResponse(
    @Schema(example = "17") String uploadId,
    @Schema(example = "alfa") String vendor,
    @Schema(example = "survey-2010-10.xlsx") String fileName,
    @Schema(example = "183204") long bytes,
    @Schema(example = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
        String sha256,
    LocalDate businessDate,
    boolean dryRun,
    Instant receivedAt,
    @Nullable Instant endedAt,
    UploadState state,
    @Schema(description = "The upload that brought the same content first.", example = "12")
        @Nullable String repeats,
    @Schema(description = "Why the file cannot be used.", example = "FILE_UNREADABLE")
        @Nullable RejectReason reason,
    @Schema(
            description = "How it ended, in a sentence, where there is more to say than the state.",
            example = "The workbook is encrypted; save it without a password")
        @Nullable String detail,
    @Schema(
            description =
                "Since when no file of the upload is kept for download; absent while they are.")
        @Nullable Instant filesGoneAt,
    RowsResponse rows,
    @Schema(description = "Rejected rows by reason.", example = "{\"BAD_DATE\": 3}")
        Map<RejectReason, Long> rejectedByReason) {

  @Schema(description = "What became of the rows; all but read are 0 until the upload has ended.")
  record RowsResponse(
      @Schema(example = "1200") long read,
      @Schema(example = "1150") long added,
      @Schema(example = "12") long superseding,
      @Schema(example = "35") long unchanged,
      @Schema(example = "3") long rejected) {

    static RowsResponse of(UploadFigures figures) {
      return new RowsResponse(
          figures.read(),
          figures.added(),
          figures.superseding(),
          figures.unchanged(),
          figures.rejected());
    }
  }

  static UploadResponse of(SurveyUpload upload) {
    UploadedWorkbook workbook = upload.workbook();
    Fault fault = upload.fault();
    return new UploadResponse(
        Long.toString(upload.id()),
        workbook.vendor().value(),
        workbook.fileName(),
        workbook.bytes(),
        workbook.sha256(),
        workbook.businessDate(),
        workbook.dryRun(),
        upload.receivedAt(),
        upload.endedAt(),
        upload.state(),
        upload.repeats() == null ? null : Long.toString(upload.repeats()),
        fault == null ? null : fault.reason(),
        detailOf(upload),
        upload.filesGoneAt(),
        RowsResponse.of(upload.figures()),
        upload.figures().rejectedByReason());
  }

  private static @Nullable String detailOf(SurveyUpload upload) {
    if (upload.repeats() != null) {
      return "The same content came before on this date, as upload "
          + upload.repeats()
          + "; nothing was done.";
    }
    return upload.fault() == null ? upload.failure() : upload.fault().detail();
  }
}
