package dev.touchstone.batch.night;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightCommand;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightResult;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.intake.IntakeSteps;
import dev.touchstone.batch.step.DeadAttempts;
import dev.touchstone.batch.step.NightParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Runs a night: starts it, finishes an attempt that did not end, or says why there is no need. */
public final class NightLauncher {

  private final NightLock lock;
  private final PlanNightUseCase planNight;
  private final Nights nights;
  private final JobOperator jobOperator;
  private final JobRepository jobRepository;
  private final Job nightlyJob;

  /** Takes its collaborators. */
  public NightLauncher(
      NightLock lock,
      PlanNightUseCase planNight,
      Nights nights,
      JobOperator jobOperator,
      JobRepository jobRepository,
      Job nightlyJob) {
    this.lock = lock;
    this.planNight = planNight;
    this.nights = nights;
    this.jobOperator = jobOperator;
    this.jobRepository = jobRepository;
    this.nightlyJob = nightlyJob;
  }

  /**
   * A wish for a night.
   *
   * @param businessDate the date to decide
   * @param inbox where the files lie
   * @param feed where the feed is published
   * @param keep whether the files stay in the inbox
   * @param again whether a complete night is run once more
   * @param confirm whether the night is published whatever it demotes
   */
  public record NightRequest(
      LocalDate businessDate,
      Path inbox,
      Path feed,
      boolean keep,
      boolean again,
      boolean confirm) {}

  /** Runs the night to its end, in this thread. */
  public NightRun run(NightRequest request) {
    if (!Files.isDirectory(request.inbox())) {
      return new NightRun.Refused(
          "There is no inbox folder "
              + request.inbox()
              + ". Create it, or give the folder that the files lie in.");
    }
    Optional<NightLock.Held> held = lock.tryAcquire();
    if (held.isEmpty()) {
      return new NightRun.Busy();
    }
    try {
      return planAndExecute(request);
    } finally {
      held.get().close();
    }
  }

  private NightRun planAndExecute(NightRequest request) {
    PlanNightResult plan =
        planNight.plan(
            new PlanNightCommand(request.businessDate(), request.again(), request.confirm()));
    if (plan instanceof PlanNightResult.Refused refused) {
      return new NightRun.Refused(refused.reason());
    }
    if (plan instanceof PlanNightResult.NoPolicy noPolicy) {
      return new NightRun.NoPolicy(noPolicy.reason());
    }
    if (plan instanceof PlanNightResult.AlreadyComplete complete) {
      return new NightRun.AlreadyComplete(complete.night());
    }
    return plan instanceof PlanNightResult.Start start
        ? execute(start.night(), request)
        : execute(((PlanNightResult.Resume) plan).night(), request);
  }

  private NightRun execute(Night night, NightRequest request) {
    JobParameters parameters =
        new NightParameters(
                night.id(),
                request.inbox().toAbsolutePath().normalize(),
                request.feed().toAbsolutePath().normalize(),
                request.keep())
            .toJobParameters();
    // Whoever holds the night lock knows that no earlier attempt is alive.
    new DeadAttempts(jobOperator, jobRepository).bury(NightlyJobConfiguration.NIGHTLY, parameters);
    JobExecution execution;
    try {
      execution = jobOperator.start(nightlyJob, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("The night of " + night.id() + " cannot be launched", e);
    }
    BatchStatus status = execution.getStatus();
    if (status == BatchStatus.COMPLETED) {
      return completed(night, execution.getJobInstance());
    }
    if (status == BatchStatus.STOPPED) {
      return CheckDemotionsTasklet.findReason(execution)
          .<NightRun>map(reason -> new NightRun.Unconfirmed(night, reason))
          .orElse(new NightRun.Stopped(night));
    }
    return NightFailure.of(night, execution);
  }

  private NightRun completed(Night night, JobInstance instance) {
    ExecutionContext feed = contextOf(PublishFeedStepConfiguration.PUBLISH, instance);
    return new NightRun.Completed(
        night,
        nights.getFigures(night.id()),
        new NightRun.FeedFigures(
            feed.getLong(PublishFeedStepConfiguration.ROWS),
            feed.getLong(PublishFeedStepConfiguration.CHANGES)),
        IntakeSteps.listIgnored(contextOf(IntakeSteps.REGISTER, instance)),
        StepDurations.of(jobRepository.getJobExecutions(instance)));
  }

  private ExecutionContext contextOf(String step, JobInstance instance) {
    StepExecution execution = jobRepository.getLastStepExecution(instance, step);
    if (execution == null) {
      throw new IllegalStateException("A complete night has run step " + step);
    }
    return execution.getExecutionContext();
  }
}
