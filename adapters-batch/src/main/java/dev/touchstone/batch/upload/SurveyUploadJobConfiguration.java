package dev.touchstone.batch.upload;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.SettleUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.batch.step.UploadParameters;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The job that takes in one uploaded workbook, by the steps that a night takes its inbox in by. */
@Configuration(proxyBeanMethods = false)
public class SurveyUploadJobConfiguration {

  /** The job's name. */
  public static final String SURVEY_UPLOAD = "survey-upload";

  private final JobRepository jobRepository;
  private final PlatformTransactionManager transactionManager;

  /** Takes what the job's own steps need. */
  public SurveyUploadJobConfiguration(
      JobRepository jobRepository, PlatformTransactionManager transactionManager) {
    this.jobRepository = jobRepository;
    this.transactionManager = transactionManager;
  }

  @Bean
  Job surveyUploadJob(
      @Qualifier("workbookFlow") Flow workbookFlow,
      SurveyUploads uploads,
      UploadFiles uploadFiles,
      IntakeFiles intakeFiles,
      SettleUploadUseCase settleUpload) {
    Flow flow =
        new FlowBuilder<Flow>(SURVEY_UPLOAD)
            .start(
                step(
                    UploadSteps.REGISTER,
                    upload -> register(uploads.getUpload(upload), uploadFiles, intakeFiles)))
            .next(workbookFlow)
            .next(step(UploadSteps.COMPLETE, settleUpload::settle))
            .build();
    return new JobBuilder(SURVEY_UPLOAD, jobRepository).start(flow).end().build();
  }

  private static void register(
      SurveyUpload upload, UploadFiles uploadFiles, IntakeFiles intakeFiles) {
    UploadedWorkbook workbook = upload.workbook();
    intakeFiles.register(
        upload.delivery(),
        List.of(
            new SourceFile(
                EvidenceKind.SURVEYS,
                workbook.vendor(),
                uploadFiles.workbookName(),
                workbook.bytes(),
                workbook.sha256())));
  }

  private Step step(String name, LongConsumer action) {
    return new StepBuilder(name, jobRepository)
        .tasklet(
            (contribution, context) -> {
              action.accept(
                  UploadParameters.from(contribution.getStepExecution().getJobParameters())
                      .upload());
              return RepeatStatus.FINISHED;
            },
            transactionManager)
        .build();
  }
}
