package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.AdmitUploadResult;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.Admitted;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.NoRoom;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.Refused;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AdmitUploadServiceTest {

  private static final SurveyVendor ALFA = new SurveyVendor("alfa");
  private static final SurveyVendor BETA = new SurveyVendor("beta");
  private static final long QUOTA = 1_000;
  private static final long FLOOR = 500;

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();
  private final AdmitUploadService service = new AdmitUploadService(uploads, files, QUOTA, FLOOR);

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

  @Test
  void leavesSoMuchOfTheDiskFree() {
    files.free = FLOOR + 100;

    assertThat(noRoom(ALFA, 101)).contains("too little room on the server's disk");
    Admitted first = (Admitted) service.admit(ALFA, 60);
    assertThat(noRoom(BETA, 41)).contains("too little room");
    assertThat(service.admit(BETA, 40)).isInstanceOf(Admitted.class);
    first.close();
    assertThat(service.admit(ALFA, 60)).isInstanceOf(Admitted.class);
  }

  @Test
  void keepsSoMuchOfAVendorAndNoMore() {
    receive(ALFA, 1);

    assertThat(noRoom(ALFA, QUOTA)).contains("kept of your workbooks");
    assertThat(service.admit(BETA, QUOTA)).isInstanceOf(Admitted.class);
    assertThat(service.admit(ALFA, QUOTA - 1)).isInstanceOf(Admitted.class);
    assertThat(noRoom(ALFA, 1)).as("what is on its way counts").contains("kept of your");
  }

  private String noRoom(SurveyVendor vendor, long bytes) {
    AdmitUploadResult result = service.admit(vendor, bytes);
    assertThat(result).isInstanceOf(NoRoom.class);
    return ((NoRoom) result).reason();
  }

  private void receive(SurveyVendor vendor, int number) {
    String content = String.format("%064d", number);
    uploads.add(
        new UploadedWorkbook(vendor, "a.xlsx", 1, content, LocalDate.EPOCH, false),
        FilesInMemory.FOLDER,
        Instant.EPOCH);
  }

  private Admitted admitted(SurveyVendor vendor) {
    AdmitUploadResult result = service.admit(vendor, 1);
    assertThat(result).isInstanceOf(Admitted.class);
    return (Admitted) result;
  }

  private String refusal(SurveyVendor vendor) {
    AdmitUploadResult result = service.admit(vendor, 1);
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).reason();
  }
}
