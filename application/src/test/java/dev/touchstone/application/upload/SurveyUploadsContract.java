package dev.touchstone.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every record of uploads does. */
public abstract class SurveyUploadsContract {

  protected static final SurveyVendor ALFA = new SurveyVendor("alfa");
  protected static final SurveyVendor BETA = new SurveyVendor("beta");

  /** The folder in which {@link #add} has its file. */
  protected static final String FOLDER = "here";

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final long BYTES = 4_711;
  private static final Instant NOW = Instant.parse("2010-11-15T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  /** The record, empty. */
  protected abstract SurveyUploads uploads();

  /** Adds an upload in a transaction of its own. */
  protected SurveyUpload add(UploadedWorkbook workbook, Instant receivedAt) {
    return add(workbook, FOLDER, receivedAt);
  }

  /** Adds an upload with its file in a folder, in a transaction of its own. */
  protected abstract SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt);

  @Test
  void remembersWhatWasReceived() {
    SurveyUpload added = add(workbook(ALFA, 'a'), NOW);

    assertThat(added.workbook()).isEqualTo(workbook(ALFA, 'a'));
    assertThat(added.receivedAt()).isEqualTo(NOW);
    assertThat(added.state()).isEqualTo(UploadState.RECEIVED);
    assertThat(added.endedAt()).isNull();
    assertThat(added.figures().read()).isZero();
    assertThat(added.figures().rejectedByReason()).isEmpty();
    assertThat(uploads().getUpload(added.id())).isEqualTo(added);
    assertThat(uploads().findUpload(added.id() + 1)).isEmpty();
  }

  @Test
  void takesTheSameContentOfAVendorOnceADay() {
    SurveyUpload first = add(workbook(ALFA, 'a'), NOW);
    SurveyUpload second = add(workbook(ALFA, 'a'), LATER);
    SurveyUpload third = add(workbook(ALFA, 'a'), LATER);

    assertThat(second.state()).isEqualTo(UploadState.REPEATED);
    assertThat(second.repeats()).isEqualTo(first.id());
    assertThat(second.endedAt()).isEqualTo(LATER);
    assertThat(third.repeats()).isEqualTo(first.id());
    assertThat(uploads().listOpen(FOLDER)).containsExactly(first.id());
  }

  @Test
  void takesOtherContentOfOthersOrOnOtherDays() {
    add(workbook(ALFA, 'a'), NOW);

    assertThat(add(workbook(ALFA, 'b'), NOW).state()).isEqualTo(UploadState.RECEIVED);
    assertThat(add(workbook(BETA, 'a'), NOW).state()).isEqualTo(UploadState.RECEIVED);
    assertThat(add(workbook(ALFA, 'a', DAY.plusDays(1), false), NOW).state())
        .isEqualTo(UploadState.RECEIVED);
  }

  @Test
  void doesNotCountADryRunAsTaken() {
    assertThat(add(workbook(ALFA, 'a', DAY, true), NOW).state()).isEqualTo(UploadState.RECEIVED);
    assertThat(add(workbook(ALFA, 'a', DAY, false), NOW).state()).isEqualTo(UploadState.RECEIVED);
    assertThat(add(workbook(ALFA, 'a', DAY, true), NOW).state()).isEqualTo(UploadState.RECEIVED);
  }

  @Test
  void takesAgainWhatFailedOrWasRejectedButNotWhatWasTaken() {
    SurveyUpload failed = run(add(workbook(ALFA, 'a'), NOW));
    uploads().fail(failed.id(), "The disk was full.", LATER);
    SurveyUpload rejected = run(add(workbook(ALFA, 'a'), NOW));
    uploads().end(rejected.id(), UploadState.REJECTED, LATER);
    SurveyUpload taken = run(add(workbook(ALFA, 'a'), NOW));
    uploads().end(taken.id(), UploadState.TAKEN, LATER);

    assertThat(uploads().getUpload(failed.id()).failure()).isEqualTo("The disk was full.");
    assertThat(uploads().getUpload(rejected.id()).state()).isEqualTo(UploadState.REJECTED);
    assertThat(uploads().getUpload(taken.id()).endedAt()).isEqualTo(LATER);
    assertThat(add(workbook(ALFA, 'a'), NOW).repeats()).isEqualTo(taken.id());
  }

  @Test
  void beginsOneThatHasNotEndedAndNoOther() {
    SurveyUpload upload = add(workbook(ALFA, 'a'), NOW);

    assertThat(uploads().begin(upload.id())).isTrue();
    assertThat(uploads().begin(upload.id())).as("broken off and begun again").isTrue();
    uploads().end(upload.id(), UploadState.TAKEN, LATER);
    assertThat(uploads().begin(upload.id())).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> uploads().fail(upload.id(), "Too late.", LATER));
    assertThat(uploads().getUpload(upload.id()).state()).isEqualTo(UploadState.TAKEN);
  }

  @Test
  void showsAVendorItsOwnOnly() {
    SurveyUpload ofAlfa = add(workbook(ALFA, 'a'), NOW);

    assertThat(uploads().findUpload(ofAlfa.id(), ALFA)).contains(ofAlfa);
    assertThat(uploads().findUpload(ofAlfa.id(), BETA)).isEmpty();
  }

  @Test
  void listsTheNewestFirstInParts() {
    SurveyUpload first = add(workbook(ALFA, 'a'), NOW);
    SurveyUpload second = add(workbook(BETA, 'a'), NOW);
    SurveyUpload third = add(workbook(ALFA, 'b'), NOW);

    assertThat(uploads().list(null, null, 9)).containsExactly(third, second, first);
    assertThat(uploads().list(null, null, 2)).containsExactly(third, second);
    assertThat(uploads().list(null, second.id(), 2)).containsExactly(first);
    assertThat(uploads().list(ALFA, null, 9)).containsExactly(third, first);
    assertThat(uploads().list(ALFA, third.id(), 9)).containsExactly(first);
  }

  @Test
  void knowsWhatHasNotEndedTheOldestFirst() {
    SurveyUpload ended = run(add(workbook(ALFA, 'b'), NOW));
    uploads().end(ended.id(), UploadState.TAKEN, LATER);
    SurveyUpload running = run(add(workbook(ALFA, 'a'), NOW));
    SurveyUpload waiting = add(workbook(BETA, 'a'), NOW);

    assertThat(uploads().listOpen(FOLDER)).containsExactly(running.id(), waiting.id());
    assertThat(uploads().countOpen(ALFA, FOLDER)).isEqualTo(1);
    assertThat(uploads().countOpen(new SurveyVendor("gamma"), FOLDER)).isZero();
  }

  @Test
  void leavesTheUploadsOfAnotherFolderToWhoSeesTheirFiles() {
    SurveyUpload upload = run(add(workbook(ALFA, 'a'), NOW));

    assertThat(upload.folder()).isEqualTo(FOLDER);
    assertThat(uploads().listOpen("elsewhere")).isEmpty();
    uploads().end(upload.id(), UploadState.TAKEN, NOW);
    assertThat(uploads().listWithFiles("elsewhere", LATER, 0, 9)).isEmpty();
    assertThat(uploads().countBytesKept(ALFA, "elsewhere")).isZero();
    assertThat(uploads().listWithFiles(FOLDER, LATER, 0, 9)).extracting("id").contains(upload.id());
  }

  @Test
  void beginsNoneWhileAnOlderOneOfItsVendorIsOpen() {
    SurveyUpload older = run(add(workbook(ALFA, 'a'), NOW));
    SurveyUpload later = add(workbook(ALFA, 'b'), NOW);
    SurveyUpload ofBeta = add(workbook(BETA, 'b'), NOW);

    assertThat(uploads().begin(later.id())).isFalse();
    assertThat(uploads().begin(ofBeta.id())).isTrue();
    uploads().end(older.id(), UploadState.TAKEN, LATER);
    assertThat(uploads().begin(later.id())).isTrue();
  }

  @Test
  void takesAVendorsWorkbooksInOrderWhateverFolderTheyLieIn() {
    SurveyUpload elsewhere = add(workbook(ALFA, 'a'), "elsewhere", NOW);
    SurveyUpload correction = add(workbook(ALFA, 'b'), NOW);

    assertThat(uploads().begin(correction.id())).isFalse();
    assertThat(uploads().countOpen(ALFA, FOLDER)).isEqualTo(1);
    assertThat(uploads().countOpen(ALFA, "elsewhere")).isEqualTo(1);
    uploads().fail(elsewhere.id(), "The folder is lost.", LATER);
    assertThat(uploads().getUpload(elsewhere.id()).state()).isEqualTo(UploadState.FAILED);
    assertThat(uploads().begin(correction.id())).isTrue();
    assertThat(add(workbook(ALFA, 'a'), NOW).state())
        .as("what was lost can come again")
        .isEqualTo(UploadState.RECEIVED);
  }

  @Test
  void tellsUnderWhichNumbersThereIsNone() {
    long known = add(workbook(ALFA, 'a'), NOW).id();

    assertThat(uploads().listUnknown(List.of(known + 1, known, known + 2)))
        .containsExactlyInAnyOrder(known + 1, known + 2);
    assertThat(uploads().listUnknown(List.of())).isEmpty();
  }

  @Test
  void bearsANameThatStays() {
    assertThat(uploads().recordName()).isNotBlank().isEqualTo(uploads().recordName());
  }

  @Test
  void knowsWhoseFilesAreStillKeptAndHowManyBytes() {
    SurveyUpload first = run(add(workbook(ALFA, 'a'), NOW));
    assertThat(uploads().countBytesKept(ALFA, FOLDER)).isEqualTo(BYTES);
    uploads().end(first.id(), UploadState.TAKEN, NOW);
    SurveyUpload second = run(add(workbook(ALFA, 'b'), NOW));
    uploads().fail(second.id(), "It failed.", LATER);
    add(workbook(ALFA, 'a'), NOW);
    add(workbook(ALFA, 'c'), NOW);

    assertThat(uploads().countBytesKept(ALFA, FOLDER)).isEqualTo(2 * BYTES);
    assertThat(uploads().countBytesKept(BETA, FOLDER)).isZero();
    assertThat(uploads().listWithFiles(FOLDER, NOW, 0, 9)).isEmpty();
    assertThat(uploads().listWithFiles(FOLDER, LATER, 0, 9))
        .extracting("id")
        .containsExactly(first.id());
    assertThat(uploads().listWithFiles(FOLDER, LATER.plusSeconds(1), 0, 9))
        .extracting("id")
        .containsExactly(first.id(), second.id());
    assertThat(uploads().listWithFiles(FOLDER, LATER.plusSeconds(1), 0, 1)).hasSize(1);
    assertThat(uploads().listWithFiles(FOLDER, LATER.plusSeconds(1), 1, 9))
        .extracting("id")
        .containsExactly(second.id());

    uploads().recordFilesGone(first.id(), LATER);

    assertThat(uploads().getUpload(first.id()).filesGoneAt()).isEqualTo(LATER);
    assertThat(uploads().getUpload(first.id()).state()).isEqualTo(UploadState.TAKEN);
    assertThat(uploads().countBytesKept(ALFA, FOLDER)).isEqualTo(BYTES);
    assertThat(uploads().listWithFiles(FOLDER, LATER, 0, 9)).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> uploads().recordFilesGone(first.id(), LATER));
  }

  private SurveyUpload run(SurveyUpload upload) {
    uploads().begin(upload.id());
    return uploads().getUpload(upload.id());
  }

  private static UploadedWorkbook workbook(SurveyVendor vendor, char content) {
    return workbook(vendor, content, DAY, false);
  }

  private static UploadedWorkbook workbook(
      SurveyVendor vendor, char content, LocalDate day, boolean dryRun) {
    return new UploadedWorkbook(
        vendor, "Indagine.xlsx", BYTES, String.valueOf(content).repeat(64), day, dryRun);
  }
}
