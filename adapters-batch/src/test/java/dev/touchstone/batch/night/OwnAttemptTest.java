package dev.touchstone.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;

/** Which of the attempts that seem to run is stopped. */
class OwnAttemptTest {

  private final JobExecution dead = attempt(1, NightOwner.add(7, new JobParameters()));
  private final JobExecution own = attempt(2, NightOwner.add(8, new JobParameters()));
  private final JobExecution ofSuccessor = attempt(3, NightOwner.add(9, new JobParameters()));
  private final JobExecution fromBeforeOwners = attempt(4, new JobParameters());

  @Test
  void isTheOwnersAlone() {
    assertThat(NightLauncher.findAttempt(8, running(dead, own, ofSuccessor, fromBeforeOwners)))
        .contains(own);
    assertThat(NightLauncher.findAttempt(8, running(dead, ofSuccessor, fromBeforeOwners)))
        .isEmpty();
  }

  @Test
  void ownerIsKnownWhileTheNightIsLaunched() {
    assertThat(NightOwner.current()).isEmpty();
    assertThat(NightOwner.as(8, NightOwner::current)).hasValue(8);
    assertThat(NightOwner.current()).isEmpty();
  }

  private static JobExecution attempt(long id, JobParameters parameters) {
    return new JobExecution(id, new JobInstance(id, "nightly"), parameters);
  }

  private static JobRepository running(JobExecution... attempts) {
    return (JobRepository)
        Proxy.newProxyInstance(
            JobRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("findRunningJobExecutions")) {
                return Set.of(attempts);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
