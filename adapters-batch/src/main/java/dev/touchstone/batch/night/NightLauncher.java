package dev.touchstone.batch.night;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightNotTakenOverException;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightCommand;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightResult;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.intake.IntakeSteps;
import dev.touchstone.batch.step.DeadAttempts;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.time.NightId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.transaction.support.TransactionOperations;

/** Runs a night: starts it, finishes an attempt that did not end, or says why there is no need. */
public final class NightLauncher {

  private static final Logger LOG = LoggerFactory.getLogger(NightLauncher.class);

  private final NightLock lock;
  private final PlanNightUseCase planNight;
  private final Nights nights;
  private final Recalculations recalculations;
  private final JobOperator jobOperator;
  private final JobRepository jobRepository;
  private final Job nightlyJob;
  private final OtherFolders otherFolders;
  private final OtherRules otherRules;
  private final DeadAttempts attempts;
  private final TransactionOperations transactions;
  private final StillOwner stillOwner;
  private final LiveAttempt liveAttempt;
  private volatile NightLock.@Nullable Held running;
  private volatile boolean brokenOff;

  /**
   * Takes its collaborators.
   *
   * @param rulesOn the rules by which a night of a date decides
   * @param transactions those of a night's owner, which last only while it is the last one
   * @param stillOwner tells whether the calling thread's owner is the last one
   * @param liveAttempt what the job tells of the attempt that runs
   */
  public NightLauncher(
      NightLock lock,
      PlanNightUseCase planNight,
      Nights nights,
      Recalculations recalculations,
      JobOperator jobOperator,
      JobRepository jobRepository,
      Job nightlyJob,
      IntakeFiles intakeFiles,
      Function<LocalDate, RulesFingerprint> rulesOn,
      TransactionOperations transactions,
      StillOwner stillOwner,
      LiveAttempt liveAttempt) {
    this.lock = lock;
    this.planNight = planNight;
    this.nights = nights;
    this.recalculations = recalculations;
    this.jobOperator = jobOperator;
    this.jobRepository = jobRepository;
    this.nightlyJob = nightlyJob;
    this.otherFolders = new OtherFolders(jobRepository, intakeFiles);
    this.otherRules = new OtherRules(jobRepository, recalculations, rulesOn);
    this.attempts = new DeadAttempts(jobOperator, jobRepository);
    this.transactions = transactions;
    this.stillOwner = stillOwner;
    this.liveAttempt = liveAttempt;
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
   * @param full whether all partners are decided, also those of whom nothing can have changed
   * @param actor whose wish it is
   */
  public record NightRequest(
      LocalDate businessDate,
      Path inbox,
      Path feed,
      boolean keep,
      boolean again,
      boolean confirm,
      boolean full,
      Actor actor) {

    private NightParameters parametersOf(NightId night) {
      return new NightParameters(
          night, inbox.toAbsolutePath().normalize(), feed.toAbsolutePath().normalize(), keep);
    }
  }

  /** Runs the night to its end, in this thread. */
  public NightRun run(NightRequest request) {
    Start start = begin(request);
    return start instanceof Ready ready ? ready.run() : ((NotBegun) start).run();
  }

  /** What comes at once of a wish for a night. */
  sealed interface Start {}

  /**
   * There is nothing to run.
   *
   * @param run how the wish ended
   */
  record NotBegun(NightRun run) implements Start {}

  /**
   * Opens the night where it is to be run, and holds the night lock until it was: {@link Ready#run}
   * or {@link Ready#close} lets go of it, in any thread.
   */
  Start begin(NightRequest request) {
    if (!Files.isDirectory(request.inbox())) {
      return new NotBegun(
          new NightRun.Refused(
              "There is no inbox folder "
                  + request.inbox()
                  + ". Create it, or give the folder that the files lie in."));
    }
    Optional<NightLock.Held> held;
    try {
      held = lock.tryAcquire();
    } catch (NightNotTakenOverException e) {
      return new NotBegun(new NightRun.Blocked(String.valueOf(e.getMessage())));
    }
    if (held.isEmpty()) {
      return new NotBegun(new NightRun.Busy());
    }
    boolean ready = false;
    try {
      Start start = NightOwner.as(held.get().number(), () -> plan(request, held.get()));
      ready = start instanceof Ready;
      return start;
    } finally {
      if (!ready) {
        held.get().close();
      }
    }
  }

  private Start plan(NightRequest request, NightLock.Held held) {
    // A caller's transaction may have begun before there was an owner.
    stillOwner.require();
    Optional<Night> begun =
        nights
            .findLatest()
            .filter(night -> !night.isComplete())
            .filter(night -> night.id().businessDate().equals(request.businessDate()));
    Optional<String> objection =
        begun.flatMap(night -> otherFolders.findObjection(request.parametersOf(night.id())));
    if (objection.isPresent()) {
      return new NotBegun(new NightRun.Refused(objection.get()));
    }
    Optional<String> otherRule = begun.flatMap(night -> otherRules.findObjection(night.id()));
    if (otherRule.isPresent()) {
      return new NotBegun(new NightRun.Held(otherRule.get()));
    }
    PlanNightResult plan =
        planNight.plan(
            new PlanNightCommand(
                request.businessDate(),
                request.again(),
                request.confirm(),
                request.full(),
                request.actor()));
    if (plan instanceof PlanNightResult.Refused refused) {
      return new NotBegun(new NightRun.Refused(refused.reason()));
    }
    if (plan instanceof PlanNightResult.NoPolicy noPolicy) {
      return new NotBegun(new NightRun.NoPolicy(noPolicy.reason()));
    }
    if (plan instanceof PlanNightResult.AlreadyComplete complete) {
      return new NotBegun(new NightRun.AlreadyComplete(complete.night()));
    }
    return plan instanceof PlanNightResult.Start start
        ? new Ready(start.night(), request, held)
        : new Ready(((PlanNightResult.Resume) plan).night(), request, held);
  }

  /** A night that is opened and can be run, once. */
  final class Ready implements Start, AutoCloseable {

    private final Night night;
    private final NightRequest request;
    private final NightLock.Held held;

    private Ready(Night night, NightRequest request, NightLock.Held held) {
      this.night = night;
      this.request = request;
      this.held = held;
    }

    NightId id() {
      return night.id();
    }

    /** Runs it to its end. */
    NightRun run() {
      try {
        return NightOwner.as(held.number(), () -> executeAndRecord(night, request, held));
      } finally {
        close();
      }
    }

    /** Does not run it any more, because the application ends: it was stopped before it ran. */
    NightRun leave() {
      try {
        NightRun stopped = new NightRun.Stopped(night);
        return NightOwner.as(
            held.number(),
            () -> {
              findOutcome(stopped).ifPresent(outcome -> record(night, outcome));
              return stopped;
            });
      } finally {
        close();
      }
    }

    /** Lets go of it. */
    @Override
    public void close() {
      held.close();
    }
  }

  /** Asks the steps of the night that this process runs to end at their next commit. */
  void stop() {
    liveAttempt.stop();
  }

  /** Breaks off what the night that this process runs has the database do; it ends stopped. */
  void breakOff() {
    NightLock.Held owner = running;
    if (owner != null) {
      brokenOff = true;
      if (!owner.breakOff()) {
        LOG.info("Another process has taken the night over; nothing is broken off");
      }
    }
  }

  /** Whoever did not wait for the end reads in the record of nights how it came. */
  private NightRun executeAndRecord(Night night, NightRequest request, NightLock.Held held) {
    running = held;
    brokenOff = false;
    try {
      NightRun run = execute(night, request, held);
      if (!(run instanceof NightRun.Completed) && !held.isLast()) {
        return new NightRun.TakenOver(night);
      }
      findOutcome(run).ifPresent(outcome -> record(night, outcome));
      return run;
    } catch (RuntimeException | Error failure) {
      try {
        if (!held.isLast()) {
          LOG.warn("The night of {} was taken over", night.id(), failure);
          return new NightRun.TakenOver(night);
        }
        record(
            night,
            new NightOutcome(
                NightOutcome.Kind.FAILED, NightFailure.LAUNCH, NightFailure.sentenceOf(failure)));
      } catch (RuntimeException | Error alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    } finally {
      running = null;
    }
  }

  private void record(Night night, NightOutcome outcome) {
    transactions.executeWithoutResult(status -> nights.recordOutcome(night.id(), outcome));
  }

  private static Optional<NightOutcome> findOutcome(NightRun run) {
    if (run instanceof NightRun.Unconfirmed unconfirmed) {
      return Optional.of(
          new NightOutcome(NightOutcome.Kind.STOPPED_FOR_CONFIRMATION, null, unconfirmed.reason()));
    }
    if (run instanceof NightRun.Failed failed) {
      return Optional.of(
          new NightOutcome(NightOutcome.Kind.FAILED, failed.step(), failed.reason()));
    }
    if (run instanceof NightRun.Stopped) {
      return Optional.of(
          new NightOutcome(
              NightOutcome.Kind.STOPPED, null, "It was stopped; restart it to finish it."));
    }
    return Optional.empty();
  }

  private NightRun execute(Night night, NightRequest request, NightLock.Held held) {
    JobParameters parameters =
        NightOwner.add(held.number(), request.parametersOf(night.id()).toJobParameters());
    if (!held.isLast()) {
      return new NightRun.TakenOver(night);
    }
    // Whoever holds the night lock knows that no earlier attempt is alive.
    attempts.buryAll(NightlyJobConfiguration.NIGHTLY);
    attempts.bury(NightlyJobConfiguration.NIGHTLY, parameters);
    JobExecution execution;
    try {
      execution = jobOperator.start(nightlyJob, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("The night of " + night.id() + " cannot be launched", e);
    }
    if (brokenOff) {
      attempts.settleBrokenOff(execution);
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
        recalculations.getScope(night.id()),
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
