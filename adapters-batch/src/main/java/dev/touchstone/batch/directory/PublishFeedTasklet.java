package dev.touchstone.batch.directory;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.application.directory.port.out.Publications;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.util.function.Consumer;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Publishes the listings of a night and leaves the figures in the step's context. Where the
 * database knows the night that is published, only what may have changed since is read. Counts, in
 * partners: read, those looked at; write, all that are listed.
 */
final class PublishFeedTasklet implements Tasklet {

  private final Listings listings;
  private final Publications publications;
  private final TierPolicies policies;
  private final StillOwner stillOwner;
  private final FeedPublisher publisher = new FeedPublisher();

  PublishFeedTasklet(
      Listings listings, Publications publications, TierPolicies policies, StillOwner stillOwner) {
    this.listings = listings;
    this.publications = publications;
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
            new NightListings(night, contribution),
            stillOwner);
    publications.record(night, publication.manifestSha256(), ListingJson.REVISION);
    contribution.incrementWriteCount(publication.rows());
    ExecutionContext figures = contribution.getStepExecution().getExecutionContext();
    figures.putLong(PublishFeedStepConfiguration.ROWS, publication.rows());
    figures.putLong(PublishFeedStepConfiguration.CHANGES, publication.changes());
    return RepeatStatus.FINISHED;
  }

  /** The listings of a night, counted as they are read. */
  private final class NightListings implements ListingSource {

    private final NightId night;
    private final StepContribution contribution;

    NightListings(NightId night, StepContribution contribution) {
      this.night = night;
      this.contribution = contribution;
    }

    @Override
    public void forEach(Consumer<Listing> consumer) {
      listings.forEach(
          night,
          listing -> {
            contribution.incrementReadCount();
            consumer.accept(listing);
          });
    }

    @Override
    public boolean forEachChanged(String manifestSha256, Consumer<ChangedListing> consumer) {
      NightId published =
          publications.findNight(manifestSha256, ListingJson.REVISION, night).orElse(null);
      if (published == null) {
        return false;
      }
      listings.forEachChanged(
          published,
          night,
          listing -> {
            contribution.incrementReadCount();
            consumer.accept(listing);
          });
      return true;
    }
  }
}
