package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.domain.time.NightId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;

class ArchiveTaskletTest {

  private static final NightId NIGHT = new NightId(LocalDate.of(2010, 11, 15), 1);

  @TempDir Path folder;

  @Test
  void overwritesNothingThatWasArchivedBefore() throws IOException {
    write("archive/2010-11-15/partners/a.csv", "of another database");
    write("archive/2010-11-15/partners/a_0002.csv", "of another one");

    archive("partners/a.csv", "of tonight");

    assertThat(folder.resolve("archive/2010-11-15/partners/a.csv"))
        .hasContent("of another database");
    assertThat(folder.resolve("archive/2010-11-15/partners/a_0002.csv"))
        .hasContent("of another one");
    assertThat(folder.resolve("archive/2010-11-15/partners/a_0003.csv")).hasContent("of tonight");
    assertThat(folder.resolve("inbox/partners/a.csv")).doesNotExist();
  }

  @Test
  void keepsOneOfWhatWasArchivedAlready() throws IOException {
    write("archive/2010-11-15/partners/a.csv", "of tonight");

    archive("partners/a.csv", "of tonight");

    assertThat(folder.resolve("archive/2010-11-15/partners/a_0002.csv")).doesNotExist();
    assertThat(folder.resolve("inbox/partners/a.csv")).doesNotExist();
  }

  /** As after a death between the copy to another file system and the removal of the original. */
  @Test
  void endsAMoveWhoseCopyWasWhole() throws IOException {
    write("archive/2010-11-15/partners/a.csv", "of another database");
    write("archive/2010-11-15/partners/a_0002.csv", "of tonight");

    archive("partners/a.csv", "of tonight");

    assertThat(folder.resolve("archive/2010-11-15/partners"))
        .isDirectoryNotContaining("glob:**/a_0003.csv");
    assertThat(folder.resolve("archive/2010-11-15/partners/a.csv"))
        .hasContent("of another database");
    assertThat(folder.resolve("archive/2010-11-15/partners/a_0002.csv")).hasContent("of tonight");
    assertThat(folder.resolve("inbox/partners/a.csv")).doesNotExist();
  }

  @Test
  void takesNoCopyThatWasBrokenOffForTheFile() throws IOException {
    write("archive/2010-11-15/partners/.a.csv.part", "of ton");

    archive("partners/a.csv", "of tonight");

    assertThat(folder.resolve("archive/2010-11-15/partners/a.csv")).hasContent("of tonight");
    assertThat(folder.resolve("archive/2010-11-15/partners/a_0002.csv")).doesNotExist();
    assertThat(folder.resolve("inbox/partners/a.csv")).doesNotExist();
  }

  private void archive(String path, String content) throws IOException {
    Path file = write("inbox/" + path, content);
    FilesInMemory files = new FilesInMemory(new StagedRows());
    files.register(
        new Delivery.Night(NIGHT),
        List.of(
            new SourceFile(
                EvidenceKind.PARTNERS, null, path, Files.size(file), FileDigest.of(file))));
    NightParameters parameters =
        new NightParameters(NIGHT, folder.resolve("inbox"), folder.resolve("feed"), false);
    StepExecution step =
        new StepExecution(
            1,
            "archive-inbox",
            new JobExecution(1, new JobInstance(1, "nightly"), parameters.toJobParameters()));
    StepContribution contribution = new StepContribution(step);

    new ArchiveTasklet(files).execute(contribution, new ChunkContext(new StepContext(step)));

    assertThat(contribution.getWriteCount()).isEqualTo(1);
  }

  private Path write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
