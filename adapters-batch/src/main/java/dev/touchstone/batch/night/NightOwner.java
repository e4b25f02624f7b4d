package dev.touchstone.batch.night;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.JobContext;
import org.springframework.batch.core.scope.context.JobSynchronizationManager;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** Which owner of the night lock an attempt at a night belongs to: the ledger has it, too. */
public final class NightOwner {

  private static final String OWNER = "owner";

  private static final ThreadLocal<Long> LAUNCHING = new ThreadLocal<>();

  private NightOwner() {}

  /** Does what belongs to an owner's night before, behind and between its steps. */
  static <T> T as(long number, Supplier<T> work) {
    LAUNCHING.set(number);
    try {
      return work.get();
    } finally {
      LAUNCHING.remove();
    }
  }

  static JobParameters add(long number, JobParameters parameters) {
    return new JobParametersBuilder(parameters).addLong(OWNER, number, false).toJobParameters();
  }

  /** The number of the owner whose night this thread runs or launches. */
  public static OptionalLong current() {
    StepContext step = StepSynchronizationManager.getContext();
    if (step != null) {
      return of(step.getStepExecution().getJobParameters().getLong(OWNER));
    }
    JobContext job = JobSynchronizationManager.getContext();
    return job == null
        ? of(LAUNCHING.get())
        : of(job.getJobExecution().getJobParameters().getLong(OWNER));
  }

  private static OptionalLong of(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
