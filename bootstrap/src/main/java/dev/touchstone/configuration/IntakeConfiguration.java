package dev.touchstone.configuration;

import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.intake.port.out.IntakeReports;
import dev.touchstone.application.intake.port.out.PartnerLevels;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.application.intake.service.ParseRowService;
import dev.touchstone.application.table.port.out.TableFormat;
import dev.touchstone.batch.intake.CsvEvidenceReader;
import dev.touchstone.batch.intake.CsvRejectReport;
import dev.touchstone.batch.intake.CsvTables;
import dev.touchstone.batch.intake.PreviousLevels;
import dev.touchstone.batch.intake.RejectReports;
import dev.touchstone.batch.intake.SourceFormats;
import dev.touchstone.batch.workbook.AnnotatedWorkbook;
import dev.touchstone.batch.workbook.SurveyWorkbookReader;
import dev.touchstone.batch.workbook.WorkbookTables;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.persistence.intake.CopyEvidenceStage;
import dev.touchstone.persistence.intake.JdbcEvidenceStore;
import dev.touchstone.persistence.intake.JdbcIntakeFiles;
import dev.touchstone.persistence.intake.JdbcIntakeReports;
import dev.touchstone.persistence.intake.JdbcPartnerLevels;
import dev.touchstone.persistence.intake.JdbcRejects;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The intake's ports, and the formats of its files. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  @Bean
  ParseRowUseCase parseRow(Catalogs catalogs) {
    return new ParseRowService(catalogs);
  }

  @Bean
  IntakeFiles intakeFiles(DataSource dataSource, PlatformTransactionManager transactionManager) {
    return new JdbcIntakeFiles(dataSource, transactionManager);
  }

  @Bean
  EvidenceStage evidenceStage(DataSource dataSource) {
    return new CopyEvidenceStage(dataSource);
  }

  @Bean
  EvidenceStore evidenceStore(DataSource dataSource) {
    return new JdbcEvidenceStore(dataSource);
  }

  @Bean
  Rejects rejects(DataSource dataSource) {
    return new JdbcRejects(dataSource);
  }

  @Bean
  IntakeReports intakeReports(DataSource dataSource) {
    return new JdbcIntakeReports(dataSource);
  }

  @Bean
  TableFormat csvTables() {
    return new CsvTables();
  }

  @Bean
  TableFormat workbookTables() {
    return new WorkbookTables();
  }

  @Bean
  PartnerLevels partnerLevels(DataSource dataSource) {
    return new JdbcPartnerLevels(dataSource);
  }

  @Bean
  PreviousLevels previousLevels(
      PartnerLevels known, SourceFormats formats, ParseRowUseCase parseRow) {
    return new PreviousLevels(known, formats, parseRow);
  }

  @Bean
  SourceFormats sourceFormats() {
    return (file, kind) ->
        kind.isWorkbook() ? SurveyWorkbookReader.open(file) : CsvEvidenceReader.open(file, kind);
  }

  @Bean
  RejectReports rejectReports() {
    return (kind, original, rejected, target) -> {
      if (kind.isWorkbook()) {
        AnnotatedWorkbook.write(original, rejected, target);
      } else {
        CsvRejectReport.write(original, rejected, target);
      }
    };
  }
}
