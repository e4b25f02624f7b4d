package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.night.port.in.CheckDemotionsUseCase;
import dev.touchstone.application.night.port.in.DescribeNightUseCase;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.FinishNightUseCase;
import dev.touchstone.application.night.port.in.ListNightsUseCase;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.in.StartNightUseCase;
import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.night.port.out.NightLedger;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.night.service.CheckDemotionsService;
import dev.touchstone.application.night.service.DescribeNightService;
import dev.touchstone.application.night.service.FindNightService;
import dev.touchstone.application.night.service.FinishNightService;
import dev.touchstone.application.night.service.ListNightsService;
import dev.touchstone.application.night.service.PlanNightService;
import dev.touchstone.application.night.service.StartNightService;
import dev.touchstone.application.night.service.VerifyNightService;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.recalculation.service.RulesFingerprints;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.Demotions;
import dev.touchstone.application.standing.port.out.StoredDecisions;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.batch.night.BackgroundNightRunner;
import dev.touchstone.batch.night.BatchNightLedger;
import dev.touchstone.batch.night.ForegroundNightRunner;
import dev.touchstone.batch.night.LiveAttempt;
import dev.touchstone.batch.night.NightFolders;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightOwner;
import dev.touchstone.batch.step.EvidenceMoment;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.night.AdvisoryNightLock;
import dev.touchstone.persistence.night.FencedTransactionManager;
import dev.touchstone.persistence.night.JdbcNights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The night: its record, its lock and its launch. */
@Configuration(proxyBeanMethods = false)
public class NightConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Nights nights(DataSource dataSource) {
    return new JdbcNights(dataSource);
  }

  @Bean
  DecidedNights decidedNights(Nights nights) {
    return new DecidedByNights(nights);
  }

  @Bean
  NightLock nightLock(
      DataSource dataSource, @Value("${touchstone.night.break-off-after:30s}") Duration patience) {
    return new AdvisoryNightLock(dataSource, patience);
  }

  /** All transactions of the application; those of nights are fenced. */
  @Bean
  FencedTransactionManager transactionManager(DataSource dataSource) {
    return new FencedTransactionManager(dataSource, NightOwner::current);
  }

  @Bean
  StillOwner stillOwner(FencedTransactionManager transactionManager) {
    return transactionManager::requireOwner;
  }

  @Bean
  EvidenceMoment evidenceMoment(Nights nights) {
    return id ->
        Optional.ofNullable(nights.getNight(id).evidenceKnownAt())
            .orElseThrow(
                () -> new IllegalStateException("The intake of night " + id + " has not ended"));
  }

  @Bean
  PlanNightUseCase planNight(
      Nights nights,
      TierPolicies policies,
      PolicyRegistry registry,
      PolicyFiles policyFiles,
      Recalculations recalculations,
      AuditLog auditLog,
      Clock clock) {
    return new PlanNightService(
        nights, policies, registry, policyFiles, recalculations, auditLog, clock);
  }

  @Bean
  ListNightsUseCase listNights(Nights nights, NightLock lock) {
    return new ListNightsService(nights, lock);
  }

  @Bean
  FindNightUseCase findNight(Nights nights, NightLock lock) {
    return new FindNightService(nights, lock);
  }

  @Bean
  DescribeNightUseCase describeNight(
      FindNightUseCase findNight,
      Nights nights,
      TierPolicies policies,
      IntegrityFindings findings,
      NightLedger ledger) {
    return new DescribeNightService(findNight, nights, policies, findings, ledger);
  }

  @Bean
  StartNightUseCase startNight(NightRunner runner, Clock clock) {
    return new StartNightService(runner, clock);
  }

  @Bean
  FinishNightUseCase finishNight(FindNightUseCase findNight, Nights nights, NightRunner runner) {
    return new FinishNightService(findNight, nights, runner);
  }

  @Bean
  NightLedger nightLedger(JobRepository jobRepository) {
    return new BatchNightLedger(jobRepository);
  }

  @Bean
  NightRunner nightRunner(
      NightLauncher launcher,
      @Value("${touchstone.inbox:#{null}}") @Nullable Path inbox,
      @Value("${touchstone.feed:#{null}}") @Nullable Path feed) {
    return new BackgroundNightRunner(launcher, new NightFolders(inbox, feed));
  }

  @Bean
  ForegroundNightRunner foregroundNightRunner(NightLauncher launcher) {
    return new ForegroundNightRunner(launcher);
  }

  @Bean
  CheckDemotionsUseCase checkDemotions(Nights nights, TierPolicies policies, Demotions demotions) {
    return new CheckDemotionsService(nights, policies, demotions);
  }

  @Bean
  VerifyNightUseCase verifyNight(
      Dossiers dossiers, GetStandingRulesUseCase getStandingRules, StoredDecisions stored) {
    return new VerifyNightService(dossiers, getStandingRules, stored);
  }

  @Bean
  NightLauncher nightLauncher(
      NightLock lock,
      PlanNightUseCase planNight,
      Nights nights,
      Recalculations recalculations,
      JobOperator jobOperator,
      JobRepository jobRepository,
      Job nightlyJob,
      IntakeFiles intakeFiles,
      RulesFingerprints rulesFingerprints,
      FencedTransactionManager transactionManager,
      StillOwner stillOwner,
      LiveAttempt liveAttempt) {
    return new NightLauncher(
        lock,
        planNight,
        nights,
        recalculations,
        jobOperator,
        jobRepository,
        nightlyJob,
        intakeFiles,
        rulesFingerprints,
        new TransactionTemplate(transactionManager),
        stillOwner,
        liveAttempt);
  }
}
