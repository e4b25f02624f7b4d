package dev.touchstone.batch.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.out.UploadLock;
import dev.touchstone.domain.survey.SurveyVendor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;

class UploadWorkersTest {

  private static final String FOLDER = "here";

  @TempDir Path root;

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final List<Long> begun = new CopyOnWriteArrayList<>();
  private final List<Long> settled = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private Supplier<Error> failure = StackOverflowError::new;
  private boolean databaseAway;
  private UploadWorkers workers;

  @AfterEach
  void close() {
    gate.countDown();
    if (workers != null) {
      workers.close();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class})
  void settlesAnUploadWhoseRunThrowsAnError(Class<? extends Error> type)
      throws InterruptedException {
    failure = () -> newError(type);
    receive(1);

    start().put(1);
    gate.countDown();
    while (settled.isEmpty()) {
      Thread.sleep(5);
    }

    workers.close();
    assertThat(settled).containsExactly(1L);
  }

  @Test
  void takesUpAgainWhatCouldNotBeSettled() throws InterruptedException {
    databaseAway = true;
    receive(1);
    gate.countDown();
    start().put(1);
    while (settled.isEmpty()) {
      Thread.sleep(5);
    }
    databaseAway = false;

    while (settled.size() < 2) {
      workers.put(1);
      Thread.sleep(5);
    }

    assertThat(settled).startsWith(1L, 1L);
  }

  @Test
  void runsTheOldestFirstAndNoneTwice() throws InterruptedException {
    for (int i = 1; i <= 3; i++) {
      receive(i);
    }
    start().put(1);
    while (begun.isEmpty()) {
      Thread.sleep(5);
    }
    for (long upload : new long[] {3, 1, 2, 3, 2, 1}) {
      workers.put(upload);
    }
    gate.countDown();
    while (settled.size() < 3) {
      Thread.sleep(5);
    }

    workers.close();
    assertThat(begun).containsExactly(1L, 2L, 3L);
  }

  private UploadWorkers start() {
    UploadRunner runner =
        new UploadRunner(
            this::lock,
            uploads,
            new UploadFolder(root),
            this::settle,
            operator(),
            new ResourcelessJobRepository(),
            fake(Job.class, () -> SurveyUploadJobConfiguration.SURVEY_UPLOAD));
    workers = new UploadWorkers(runner);
    return workers;
  }

  private Optional<UploadLock.Held> lock(long upload) {
    begun.add(upload);
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.of(() -> {});
  }

  private void settle(long upload) {
    settled.add(upload);
    if (databaseAway) {
      throw new IllegalStateException("The database is away");
    }
    uploads.fail(upload, "It failed.", Instant.EPOCH);
  }

  private JobOperator operator() {
    return fake(
        JobOperator.class,
        () -> {
          throw failure.get();
        });
  }

  private static <T> T fake(Class<T> type, Supplier<Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.get()));
  }

  private static Error newError(Class<? extends Error> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void receive(int number) {
    uploads.add(
        new UploadedWorkbook(
            new SurveyVendor("vendor-" + number),
            "a.xlsx",
            1,
            "a".repeat(64),
            LocalDate.EPOCH,
            false),
        FOLDER,
        Instant.EPOCH);
  }
}
