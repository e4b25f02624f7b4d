package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.intake.port.out.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Leaves a report for each file with rejected rows (formats.md, Reports of rejected rows): of a
 * night under {@code rejected/<date>} beside the inbox, of an upload in its folder. Counts: read,
 * files of the delivery; write, reports.
 */
final class RejectReportTasklet implements Tasklet {

  private final IntakeFiles files;
  private final Rejects rejects;
  private final RejectReports reports;

  RejectReportTasklet(IntakeFiles files, Rejects rejects, RejectReports reports) {
    this.files = files;
    this.rejects = rejects;
    this.reports = reports;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Intake intake = Intake.of(contribution.getStepExecution().getJobParameters());
    for (IntakeFile file : files.list(intake.delivery())) {
      contribution.incrementReadCount();
      try (Stream<RejectedRow> rejected = rejects.streamOf(file)) {
        Iterator<RejectedRow> rows = rejected.iterator();
        if (rows.hasNext()) {
          write(file, rows, intake);
          contribution.incrementWriteCount(1);
        }
      }
    }
    return RepeatStatus.FINISHED;
  }

  private void write(IntakeFile file, Iterator<RejectedRow> rejected, Intake intake)
      throws IOException {
    String path = file.file().path();
    Path original = intake.folder().resolve(path);
    Path report = intake.rejected().resolve(path);
    Path placesOnly = report.resolveSibling(report.getFileName() + ".rejected.csv");
    Files.createDirectories(report.getParent());
    if (file.state().wasRead() && FileDigest.isUnchanged(original, file.file())) {
      reports.write(file.file().kind(), original, rejected, report);
    } else {
      // What cannot be read, or is no longer as it was read, cannot be given back in full.
      CsvRejectReport.writePlaces(rejected, placesOnly);
    }
  }
}
