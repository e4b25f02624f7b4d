package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase;
import dev.touchstone.application.upload.port.in.FindAnnotatedWorkbookUseCase;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase;
import dev.touchstone.application.upload.port.in.ResumeUploadsUseCase;
import dev.touchstone.application.upload.port.in.SettleUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadLock;
import dev.touchstone.application.upload.port.out.UploadQueue;
import dev.touchstone.application.upload.service.AbandonUploadService;
import dev.touchstone.application.upload.service.AdmitUploadService;
import dev.touchstone.application.upload.service.ExpireUploadsService;
import dev.touchstone.application.upload.service.FindAnnotatedWorkbookService;
import dev.touchstone.application.upload.service.ReceiveUploadService;
import dev.touchstone.application.upload.service.ResumeUploadsService;
import dev.touchstone.application.upload.service.SettleUploadService;
import dev.touchstone.batch.upload.SurveyUploadJobConfiguration;
import dev.touchstone.batch.upload.UploadFolder;
import dev.touchstone.batch.upload.UploadResumption;
import dev.touchstone.batch.upload.UploadRunner;
import dev.touchstone.batch.upload.UploadWorkers;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.persistence.upload.AdvisoryUploadLock;
import dev.touchstone.persistence.upload.JdbcSurveyUploads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** Uploads of survey workbooks: their record, their files, and who runs them. */
@Configuration(proxyBeanMethods = false)
@Import(SurveyUploadJobConfiguration.class)
public class UploadConfiguration {

  @Bean
  SurveyUploads surveyUploads(DataSource dataSource) {
    return new JdbcSurveyUploads(dataSource);
  }

  @Bean
  UploadLock uploadLock(DataSource dataSource) {
    return new AdvisoryUploadLock(dataSource);
  }

  @Bean
  UploadFiles uploadFiles(@Value("${touchstone.uploads}") Path folder) {
    return new UploadFolder(folder);
  }

  @Bean
  AdmitUploadUseCase admitUpload(
      SurveyUploads uploads,
      UploadFiles files,
      @Value("${touchstone.upload.quota}") DataSize quota,
      @Value("${touchstone.upload.free-space}") DataSize floor) {
    return new AdmitUploadService(uploads, files, quota.toBytes(), floor.toBytes());
  }

  @Bean
  ReceiveUploadUseCase receiveUpload(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      SurveyUploads uploads,
      UploadFiles files,
      UploadQueue queue,
      Clock clock) {
    return new ReceiveUploadService(
        unitOfWork, auditLog, uploads, files, queue, clock.withZone(ProgramDays.ZONE));
  }

  @Bean
  SettleUploadUseCase settleUpload(
      UnitOfWork unitOfWork,
      SurveyUploads uploads,
      IntakeFiles intakeFiles,
      EvidenceStage stage,
      UploadFiles files,
      Clock clock) {
    return new SettleUploadService(unitOfWork, uploads, intakeFiles, stage, files, clock);
  }

  @Bean
  AbandonUploadUseCase abandonUpload(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      SurveyUploads uploads,
      UploadFiles files,
      UploadLock lock,
      IntakeFiles intakeFiles,
      EvidenceStage stage,
      Clock clock) {
    return new AbandonUploadService(
        unitOfWork, auditLog, uploads, files, lock, intakeFiles, stage, clock);
  }

  @Bean
  FindAnnotatedWorkbookUseCase findAnnotatedWorkbook(UploadFiles files) {
    return new FindAnnotatedWorkbookService(files);
  }

  @Bean
  ResumeUploadsUseCase resumeUploads(SurveyUploads uploads, UploadFiles files, UploadQueue queue) {
    return new ResumeUploadsService(uploads, files, queue);
  }

  @Bean
  ExpireUploadsUseCase expireUploads(
      SurveyUploads uploads,
      UploadFiles files,
      @Value("${touchstone.upload.keep-files}") Duration kept,
      Clock clock) {
    return new ExpireUploadsService(uploads, files, kept, clock);
  }

  @Bean
  UploadRunner uploadRunner(
      UploadLock lock,
      SurveyUploads uploads,
      UploadFiles files,
      SettleUploadUseCase settleUpload,
      JobOperator jobOperator,
      JobRepository jobRepository,
      @Qualifier("surveyUploadJob") Job surveyUploadJob) {
    return new UploadRunner(
        lock, uploads, files, settleUpload, jobOperator, jobRepository, surveyUploadJob);
  }

  @Bean
  UploadWorkers uploadWorkers(UploadRunner runner) {
    return new UploadWorkers(runner);
  }

  @Bean
  UploadResumption uploadResumption(
      ResumeUploadsUseCase resumeUploads,
      ExpireUploadsUseCase expireUploads,
      @Value("${touchstone.upload.resume-every}") Duration interval) {
    return new UploadResumption(resumeUploads, expireUploads, interval);
  }
}
