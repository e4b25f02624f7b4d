package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.NightFile;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.port.out.NightFiles;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.batch.step.NightParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Leaves a report for each file with rejected rows, under {@code rejected/<date>} beside the inbox
 * (formats.md, Reports of rejected rows). Counts: read, files of the night; write, reports.
 */
final class RejectReportTasklet implements Tasklet {

  private final NightFiles files;
  private final Rejects rejects;
  private final RejectReports reports;

  RejectReportTasklet(NightFiles files, Rejects rejects, RejectReports reports) {
    this.files = files;
    this.rejects = rejects;
    this.reports = reports;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    Path folder = parameters.besideInbox("rejected");
    for (NightFile file : files.list(parameters.night())) {
      contribution.incrementReadCount();
      List<RejectedRow> rejected = new ArrayList<>();
      rejects.forEachOf(file, rejected::add);
      if (!rejected.isEmpty()) {
        Path original = parameters.inbox().resolve(file.file().path());
        Path report = folder.resolve(file.file().path());
        Files.createDirectories(report.getParent());
        reports.write(file, original, rejected, report);
        contribution.incrementWriteCount(1);
      }
    }
    return RepeatStatus.FINISHED;
  }
}
