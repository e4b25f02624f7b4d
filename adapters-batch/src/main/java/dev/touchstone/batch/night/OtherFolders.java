package dev.touchstone.batch.night;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.intake.FileDigest;
import dev.touchstone.batch.step.NightParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Finds out whether a night would go on in other folders than it was begun in. The inbox may have
 * moved, as long as every file that is still to be merged lies below it as it was found: in another
 * one they would be taken for gone. The feed may be another one until its publication has begun.
 */
final class OtherFolders {

  /** So many missing files are named. */
  private static final int NAMED = 5;

  private final JobRepository jobRepository;
  private final IntakeFiles files;

  OtherFolders(JobRepository jobRepository, IntakeFiles files) {
    this.jobRepository = jobRepository;
    this.files = files;
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
    List<String> reasons = new ArrayList<>();
    if (!begun.inbox().equals(wish.inbox())) {
      List<String> missing = listMissing(wish);
      if (!missing.isEmpty()) {
        reasons.add(
            "was begun with the inbox %s and cannot go on with the inbox %s, where these files of it are not, or not as they were: %s"
                .formatted(begun.inbox(), wish.inbox(), name(missing)));
      }
    }
    if (!begun.feed().equals(wish.feed()) && hasBegunToPublish(last)) {
      reasons.add(
          "has begun to publish to the feed %s and cannot go on with the feed %s"
              .formatted(begun.feed(), wish.feed()));
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The night of %s %s. Finish it with the folders it was begun with: by the command nightly, or by a server that is started with them."
                .formatted(wish.night(), String.join("; it ", reasons)));
  }

  private List<String> listMissing(NightParameters wish) {
    return files.list(new Delivery.Night(wish.night())).stream()
        .filter(file -> file.state() == IntakeFile.State.REGISTERED)
        .map(IntakeFile::file)
        .filter(file -> !FileDigest.isUnchanged(wish.inbox().resolve(file.path()), file))
        .map(SourceFile::path)
        .toList();
  }

  private static String name(List<String> paths) {
    String named = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
    return paths.size() <= NAMED ? named : named + " and " + (paths.size() - NAMED) + " more";
  }

  private boolean hasBegunToPublish(JobExecution last) {
    return jobRepository.getLastStepExecution(
            last.getJobInstance(), PublishFeedStepConfiguration.PUBLISH)
        != null;
  }
}
