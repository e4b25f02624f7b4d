package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.AdmitUploadResult;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.Admitted;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.Refused;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AdmitUploadServiceTest {

  private static final SurveyVendor ALFA = new SurveyVendor("alfa");
  private static final SurveyVendor BETA = new SurveyVendor("beta");

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final AdmitUploadService service = new AdmitUploadService(uploads);

  @Test
  void letsAVendorTransferTwoAtOnce() {
    Admitted first = admitted(ALFA);
    admitted(ALFA);

    assertThat(refusal(ALFA)).startsWith("You are uploading 2 workbooks already");
    admitted(BETA);

    first.close();
    admitted(ALFA);
    assertThat(refusal(ALFA)).startsWith("You are uploading");
  }

  @Test
  void countsATransferThatIsClosedTwiceOnce() {
    Admitted first = admitted(ALFA);
    admitted(ALFA);
    first.close();
    first.close();

    admitted(ALFA);
    assertThat(refusal(ALFA)).startsWith("You are uploading");
  }

  @Test
  void letsEightTransferInAll() {
    Admitted last = admitted(ALFA);
    for (int i = 1; i < 8; i++) {
      last = admitted(new SurveyVendor("vendor-" + i));
    }

    assertThat(refusal(BETA)).startsWith("Too many workbooks are coming in at once");
    last.close();
    admitted(BETA);
  }

  @Test
  void refusesAVendorOfWhomTooManyWait() {
    for (int i = 0; i < 20; i++) {
      receive(ALFA, i);
    }

    for (int i = 0; i < 9; i++) {
      assertThat(refusal(ALFA)).startsWith("20 of your workbooks wait to be read");
    }
    admitted(BETA);

    uploads.begin(1);
    uploads.fail(1, "It failed.", Instant.EPOCH);
    admitted(ALFA);
  }

  private void receive(SurveyVendor vendor, int number) {
    String content = String.format("%064d", number);
    uploads.add(
        new UploadedWorkbook(vendor, "a.xlsx", 1, content, LocalDate.EPOCH, false), Instant.EPOCH);
  }

  private Admitted admitted(SurveyVendor vendor) {
    AdmitUploadResult result = service.admit(vendor);
    assertThat(result).isInstanceOf(Admitted.class);
    return (Admitted) result;
  }

  private String refusal(SurveyVendor vendor) {
    AdmitUploadResult result = service.admit(vendor);
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).reason();
  }
}
