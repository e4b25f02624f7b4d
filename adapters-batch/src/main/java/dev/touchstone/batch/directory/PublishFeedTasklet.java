package dev.touchstone.batch.directory;

import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Publishes the listings of a night and leaves the figures in the step's context. Counts, in
 * partners: read and write, all that are listed.
 */
final class PublishFeedTasklet implements Tasklet {

  private final Listings listings;
  private final TierPolicies policies;
  private final StillOwner stillOwner;
  private final FeedPublisher publisher = new FeedPublisher();

  PublishFeedTasklet(Listings listings, TierPolicies policies, StillOwner stillOwner) {
    this.listings = listings;
    this.policies = policies;
    this.stillOwner = stillOwner;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    NightId night = parameters.night();
    TierPolicy policy =
        policies
            .findInForceOn(night.businessDate())
            .orElseThrow(
                () ->
                    new FeedException(
                        "No policy is in force on "
                            + night.businessDate()
                            + ", so there is no tier to publish. Give a policy that has taken"
                            + " effect by then, and run the night again."));
    Publication publication =
        publisher.publish(
            parameters.feed(),
            night.businessDate(),
            policy.version(),
            policy.ladder(),
            consumer ->
                listings.forEach(
                    night,
                    listing -> {
                      contribution.incrementReadCount();
                      consumer.accept(listing);
                    }),
            stillOwner);
    contribution.incrementWriteCount(publication.rows());
    ExecutionContext figures = contribution.getStepExecution().getExecutionContext();
    figures.putLong(PublishFeedStepConfiguration.ROWS, publication.rows());
    figures.putLong(PublishFeedStepConfiguration.CHANGES, publication.changes());
    return RepeatStatus.FINISHED;
  }
}
