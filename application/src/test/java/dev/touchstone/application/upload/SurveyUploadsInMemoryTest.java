package dev.touchstone.application.upload;

import dev.touchstone.application.upload.port.out.SurveyUploads;
import java.time.Instant;

class SurveyUploadsInMemoryTest extends SurveyUploadsContract {

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();

  @Override
  protected SurveyUploads uploads() {
    return uploads;
  }

  @Override
  protected SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt) {
    return uploads.add(workbook, folder, receivedAt);
  }
}
