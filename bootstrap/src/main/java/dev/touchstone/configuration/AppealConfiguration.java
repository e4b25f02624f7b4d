package dev.touchstone.configuration;

import dev.touchstone.application.appeal.AppealTerms;
import dev.touchstone.application.appeal.port.in.AcceptAppealUseCase;
import dev.touchstone.application.appeal.port.in.FileAppealUseCase;
import dev.touchstone.application.appeal.port.in.RejectAppealUseCase;
import dev.touchstone.application.appeal.port.in.ShowAppealUseCase;
import dev.touchstone.application.appeal.port.in.WithdrawAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.appeal.service.AcceptAppealService;
import dev.touchstone.application.appeal.service.FileAppealService;
import dev.touchstone.application.appeal.service.RejectAppealService;
import dev.touchstone.application.appeal.service.ShowAppealService;
import dev.touchstone.application.appeal.service.WithdrawAppealService;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.persistence.appeal.JdbcAppeals;
import java.time.Clock;
import java.time.Period;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Appeals against what nights decided. */
@Configuration(proxyBeanMethods = false)
public class AppealConfiguration {

  @Bean
  Appeals appeals(DataSource dataSource) {
    return new JdbcAppeals(dataSource);
  }

  @Bean
  AppealTerms appealTerms(@Value("${touchstone.appeal.within:P90D}") String within) {
    return new AppealTerms(Period.parse(within));
  }

  @Bean
  ShowAppealUseCase showAppeal(Appeals appeals, Decisions decisions, Redecisions redecisions) {
    return new ShowAppealService(appeals, decisions, redecisions);
  }

  @Bean
  FileAppealUseCase fileAppeal(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      Appeals appeals,
      DecidedNights nights,
      Decisions decisions,
      AppealTerms terms,
      Clock clock) {
    return new FileAppealService(unitOfWork, auditLog, appeals, nights, decisions, terms, clock);
  }

  @Bean
  WithdrawAppealUseCase withdrawAppeal(
      UnitOfWork unitOfWork, AuditLog auditLog, Appeals appeals, Clock clock) {
    return new WithdrawAppealService(unitOfWork, auditLog, appeals, clock);
  }

  @Bean
  RejectAppealUseCase rejectAppeal(
      UnitOfWork unitOfWork, AuditLog auditLog, Appeals appeals, Clock clock) {
    return new RejectAppealService(unitOfWork, auditLog, appeals, clock);
  }

  @Bean
  AcceptAppealUseCase acceptAppeal(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock,
      Appeals appeals,
      GrantWaiverUseCase grantWaiver,
      GetStandingRulesUseCase getStandingRules,
      Dossiers dossiers,
      Redecisions redecisions) {
    return new AcceptAppealService(
        unitOfWork,
        auditLog,
        evidenceClock,
        appeals,
        grantWaiver,
        getStandingRules,
        dossiers,
        redecisions);
  }
}
