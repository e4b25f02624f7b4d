package dev.touchstone.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** An attempt whose stop met the end of a step. */
class DeadAttemptsTest {

  private final JobExecution inMemory = attempt(BatchStatus.UNKNOWN);
  private final JobExecution stored = attempt(BatchStatus.UNKNOWN);
  private final StepExecution complete = step("stage-partners", BatchStatus.COMPLETED);
  private final StepExecution met = step("merge-partners", BatchStatus.STOPPING);
  private final List<Object> updated = new ArrayList<>();
  private final DeadAttempts attempts =
      new DeadAttempts(
          fake(
              JobOperator.class,
              (method, argument) -> {
                throw new UnsupportedOperationException(method);
              }),
          fake(
              JobRepository.class,
              (method, argument) -> {
                if (method.equals("getJobExecution")) {
                  return stored;
                }
                updated.add(argument);
                return null;
              }));

  @Test
  void wasStoppedByWhatIsStored() {
    JobExecution settled = attempts.settleMetByStop(inMemory);

    assertThat(settled).isSameAs(stored);
    assertThat(settled.getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(settled.getExitStatus()).isEqualTo(ExitStatus.STOPPED);
    assertThat(met.getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(complete.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(updated).containsExactly(met, stored);
  }

  @Test
  void staysWhatItIsWhereItsEndIsKnown() {
    JobExecution failed = attempt(BatchStatus.FAILED);

    assertThat(attempts.settleMetByStop(failed)).isSameAs(failed);
    assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(updated).isEmpty();
  }

  private static JobExecution attempt(BatchStatus status) {
    JobExecution attempt = new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters());
    attempt.setStatus(status);
    return attempt;
  }

  private StepExecution step(String name, BatchStatus status) {
    StepExecution step = new StepExecution(stored.getStepExecutions().size(), name, stored);
    step.setStatus(status);
    stored.addStepExecution(step);
    return step;
  }

  private interface Call {
    Object of(String method, Object argument);
  }

  private static <T> T fake(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.of(method.getName(), arguments[0])));
  }
}
