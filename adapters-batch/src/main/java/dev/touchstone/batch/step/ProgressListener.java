package dev.touchstone.batch.step;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/** Tells {@link Progress} of one step; with chunks, also of a partition's. */
public final class ProgressListener
    implements StepExecutionListener, ChunkListener<Object, Object> {

  private final String step;
  private final Progress progress;

  /**
   * @param step the step's name; of a partitioned one the manager's
   */
  public ProgressListener(String step, Progress progress) {
    this.step = step;
    this.progress = progress;
  }

  @Override
  public void beforeStep(StepExecution stepExecution) {
    if (isThisStep(stepExecution)) {
      progress.started(step);
    }
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
    if (isThisStep(stepExecution)) {
      progress.ended(step, elapsed(stepExecution));
    }
    return null;
  }

  @Override
  public void afterChunk(Chunk<Object> chunk) {
    progress.advanced(step, chunk.size());
  }

  private boolean isThisStep(StepExecution stepExecution) {
    return stepExecution.getStepName().equals(step);
  }

  private static Duration elapsed(StepExecution stepExecution) {
    LocalDateTime start = stepExecution.getStartTime();
    // The end time is set after this call.
    return start == null
        ? Duration.ZERO
        : Duration.of(
            ChronoUnit.NANOS.between(start, LocalDateTime.now(ZoneId.systemDefault())),
            ChronoUnit.NANOS);
  }
}
