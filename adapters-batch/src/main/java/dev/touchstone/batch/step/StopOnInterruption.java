package dev.touchstone.batch.step;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Ends a step STOPPED when its thread is interrupted. The framework's own policy would let a chunk
 * step end COMPLETED with part of its data: it takes the exception for a sign to end the loop, and
 * looks only at the execution's flag to tell stopped from done.
 */
public final class StopOnInterruption implements StepInterruptionPolicy {

  @Override
  public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      stepExecution.setTerminateOnly();
    }
    if (stepExecution.isTerminateOnly()) {
      throw new JobInterruptedException("Stopped in step " + stepExecution.getStepName());
    }
  }
}
