package dev.touchstone.batch.night;

import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.step.NightParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Finds out whether a night would go on in other folders than it was begun in. Its files lie in the
 * one inbox: in another they would be taken for gone, and archive and reports would come to lie
 * beside it. The feed may be another one until its publication has begun.
 */
final class OtherFolders {

  private final JobRepository jobRepository;

  OtherFolders(JobRepository jobRepository) {
    this.jobRepository = jobRepository;
  }

  /** What speaks against going on, in words; empty where nothing does. */
  Optional<String> findObjection(NightParameters wish) {
    JobExecution last =
        jobRepository.getLastJobExecution(
            NightlyJobConfiguration.NIGHTLY, NightParameters.identifying(wish.night()));
    if (last == null) {
      return Optional.empty();
    }
    NightParameters begun = NightParameters.from(last.getJobParameters());
    List<String> had = new ArrayList<>();
    List<String> wished = new ArrayList<>();
    compare("the inbox ", begun.inbox(), wish.inbox(), had, wished);
    if (hasBegunToPublish(last)) {
      compare("the feed ", begun.feed(), wish.feed(), had, wished);
    }
    return had.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The night of %s was begun with %s and cannot go on with %s, where its files are not. Finish it with the folders it was begun with: by the command nightly, or by a server that is started with them."
                .formatted(wish.night(), String.join(" and ", had), String.join(" and ", wished)));
  }

  private static void compare(
      String what, Path begun, Path wish, List<String> had, List<String> wished) {
    if (!begun.equals(wish)) {
      had.add(what + begun);
      wished.add(what + wish);
    }
  }

  private boolean hasBegunToPublish(JobExecution last) {
    return jobRepository.getLastStepExecution(
            last.getJobInstance(), PublishFeedStepConfiguration.PUBLISH)
        != null;
  }
}
