package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.in.ListStandingChangesUseCase;
import dev.touchstone.application.standing.port.in.ShowDecisionUseCase;
import dev.touchstone.application.standing.port.in.ShowExplanationUseCase;
import dev.touchstone.application.standing.port.in.SummarizeSurveyUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.port.out.Demotions;
import dev.touchstone.application.standing.port.out.LatestStandings;
import dev.touchstone.application.standing.port.out.RecordedDecisions;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.application.standing.port.out.StoredDecisions;
import dev.touchstone.application.standing.port.out.SurveyAnswers;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.application.standing.service.AskedNight;
import dev.touchstone.application.standing.service.DecideAsOfService;
import dev.touchstone.application.standing.service.EndWaiverService;
import dev.touchstone.application.standing.service.ExplainStandingService;
import dev.touchstone.application.standing.service.GetStandingRulesService;
import dev.touchstone.application.standing.service.GrantWaiverService;
import dev.touchstone.application.standing.service.ListStandingChangesService;
import dev.touchstone.application.standing.service.ShowDecisionService;
import dev.touchstone.application.standing.service.ShowExplanationService;
import dev.touchstone.application.standing.service.SummarizeSurveyService;
import dev.touchstone.application.standing.service.SurveyReleases;
import dev.touchstone.application.standing.service.TryPolicyService;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.batch.recalculation.RecalculationThreads;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.standing.JdbcDecisions;
import dev.touchstone.persistence.standing.JdbcDemotions;
import dev.touchstone.persistence.standing.JdbcLatestStandings;
import dev.touchstone.persistence.standing.JdbcRecordedDecisions;
import dev.touchstone.persistence.standing.JdbcRedecisions;
import dev.touchstone.persistence.standing.JdbcStoredDecisions;
import dev.touchstone.persistence.standing.JdbcSurveyAnswers;
import dev.touchstone.persistence.standing.JdbcWaivers;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Deciding standings, and the threads it is done by. */
@Configuration(proxyBeanMethods = false)
public class StandingConfiguration {

  /**
   * For the night lock, the job's own record and one to spare. Each range streams on one connection
   * and writes on another: with more ranges than pairs of connections all would wait for a second.
   */
  private static final int SPARE_CONNECTIONS = 3;

  @Bean
  GetStandingRulesUseCase getStandingRules(
      Catalogs catalogs, TierPolicies policies, Waivers waivers) {
    return new GetStandingRulesService(catalogs, policies, waivers);
  }

  @Bean
  DecideAsOfUseCase decideAsOf(
      Dossiers dossiers, TierPolicies policies, GetStandingRulesUseCase getStandingRules) {
    return new DecideAsOfService(dossiers, policies, getStandingRules);
  }

  @Bean
  ExplainStandingUseCase explainStanding(
      Catalogs catalogs,
      Dossiers dossiers,
      TierPolicies policies,
      GetStandingRulesUseCase getStandingRules,
      Decisions decisions) {
    return new ExplainStandingService(catalogs, dossiers, policies, getStandingRules, decisions);
  }

  @Bean
  TryPolicyUseCase tryPolicy(
      Dossiers dossiers,
      TierPolicies policies,
      GetStandingRulesUseCase getStandingRules,
      RecalculationThreads threads) {
    return new TryPolicyService(dossiers, policies, getStandingRules, threads.count());
  }

  @Bean
  StoredDecisions storedDecisions(DataSource dataSource) {
    return new JdbcStoredDecisions(dataSource);
  }

  @Bean
  Waivers waivers(DataSource dataSource, PlatformTransactionManager transactionManager) {
    return new JdbcWaivers(dataSource, transactionManager);
  }

  @Bean
  GrantWaiverUseCase grantWaiver(
      Waivers waivers,
      TierPolicies policies,
      Dossiers dossiers,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock) {
    return new GrantWaiverService(waivers, policies, dossiers, unitOfWork, auditLog, evidenceClock);
  }

  @Bean
  EndWaiverUseCase endWaiver(
      Waivers waivers, UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock) {
    return new EndWaiverService(waivers, unitOfWork, auditLog, evidenceClock);
  }

  @Bean
  Decisions decisions(DataSource dataSource) {
    return new JdbcDecisions(dataSource);
  }

  @Bean
  Demotions demotions(DataSource dataSource) {
    return new JdbcDemotions(dataSource);
  }

  @Bean
  LatestStandings latestStandings(DataSource dataSource) {
    return new JdbcLatestStandings(dataSource);
  }

  @Bean
  RecordedDecisions recordedDecisions(DataSource dataSource) {
    return new JdbcRecordedDecisions(dataSource);
  }

  @Bean
  SurveyAnswers surveyAnswers(DataSource dataSource) {
    return new JdbcSurveyAnswers(dataSource);
  }

  @Bean
  Redecisions redecisions(DataSource dataSource) {
    return new JdbcRedecisions(dataSource);
  }

  @Bean
  SurveyReleases surveyReleases(
      SurveyAnswers surveyAnswers, @Value("${touchstone.survey.least-shown:5}") int leastShown) {
    return new SurveyReleases(surveyAnswers, leastShown);
  }

  @Bean
  AskedNight askedNight(DecidedNights nights, TierPolicies policies, Clock clock) {
    return new AskedNight(nights, policies, clock);
  }

  @Bean
  ShowDecisionUseCase showDecision(
      AskedNight askedNight,
      Decisions decisions,
      DecideAsOfUseCase decideAsOf,
      SurveyReleases surveyReleases) {
    return new ShowDecisionService(askedNight, decisions, decideAsOf, surveyReleases);
  }

  @Bean
  ShowExplanationUseCase showExplanation(
      AskedNight askedNight,
      ExplainStandingUseCase explainStanding,
      SurveyReleases surveyReleases) {
    return new ShowExplanationService(askedNight, explainStanding, surveyReleases);
  }

  @Bean
  ListStandingChangesUseCase listStandingChanges(
      DecidedNights nights, RecordedDecisions recordedDecisions, TierPolicies policies) {
    return new ListStandingChangesService(nights, recordedDecisions, policies);
  }

  @Bean
  SummarizeSurveyUseCase summarizeSurvey(
      AskedNight askedNight, Catalogs catalogs, Dossiers dossiers, SurveyReleases surveyReleases) {
    return new SummarizeSurveyService(askedNight, catalogs, dossiers, surveyReleases);
  }

  @Bean
  ThreadPoolTaskExecutor recalculationExecutor(
      @Value("${touchstone.recalculation.threads:0}") int threads,
      @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    int wanted = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    int count = Math.max(1, Math.min(wanted, (connections - SPARE_CONNECTIONS) / 2));
    executor.setCorePoolSize(count);
    executor.setMaxPoolSize(count);
    executor.setThreadNamePrefix("recalculate-");
    // A night that is being stopped still hands its ranges over.
    executor.setAcceptTasksAfterContextClose(true);
    executor.setWaitForTasksToCompleteOnShutdown(true);
    executor.setAwaitTerminationSeconds(10);
    return executor;
  }

  @Bean
  RecalculationThreads recalculationThreads(ThreadPoolTaskExecutor recalculationExecutor) {
    return new RecalculationThreads(recalculationExecutor.getCorePoolSize(), recalculationExecutor);
  }
}
