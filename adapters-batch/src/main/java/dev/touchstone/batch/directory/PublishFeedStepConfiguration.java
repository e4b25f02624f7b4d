package dev.touchstone.batch.directory;

import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.application.directory.port.out.Publications;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.tier.TierPolicies;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The step that publishes the feed of a night. */
@Configuration(proxyBeanMethods = false)
public class PublishFeedStepConfiguration {

  /** The step's name; a restart finds it by this. */
  public static final String PUBLISH = "publish-feed";

  /** Key in the step's context: partners listed, a long. */
  public static final String ROWS = "feed.rows";

  /** Key in the step's context: partners whose listing changed, a long. */
  public static final String CHANGES = "feed.changes";

  /** Publishes what the directory shows after the night. */
  @Bean
  Step publishFeedStep(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      Listings listings,
      Publications publications,
      TierPolicies policies,
      StillOwner stillOwner,
      Progress progress) {
    return new StepBuilder(PUBLISH, jobRepository)
        .listener(new ProgressListener(PUBLISH, progress))
        .tasklet(
            new PublishFeedTasklet(listings, publications, policies, stillOwner),
            transactionManager)
        .build();
  }
}
