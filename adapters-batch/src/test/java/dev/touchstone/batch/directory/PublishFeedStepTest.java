package dev.touchstone.batch.directory;

import static dev.touchstone.batch.directory.ListingBuilder.aListing;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.application.directory.port.out.Publications;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

class PublishFeedStepTest {

  private static final NightId NIGHT = new NightId(LocalDate.of(2010, 11, 2), 1);
  private static final TierPolicy POLICY =
      aPolicy().tier("REGISTERED").tier("SILVER").tier("GOLD").build();

  @TempDir Path temp;
  private Path folder;
  private FeedOnDisk feed;
  private final FakeListings listings = new FakeListings();
  private final FakePublications publications = new FakePublications();
  private final RecordedProgress progress = new RecordedProgress();

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("feed");
    feed = new FeedOnDisk(folder);
  }

  @Test
  void publishesTheNightAndKeepsItsLedger() throws Exception {
    listings.show(NIGHT, aListing("P1").build(), aListing("P2").build());
    StepExecution step = run(NIGHT);

    assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(step.getReadCount()).isEqualTo(2);
    assertThat(step.getWriteCount()).isEqualTo(2);
    assertFigures(step, 2, 2);
    assertThat(feed.partners()).hasLineCount(2);
    assertThat(feed.manifest()).contains("\"date\" : \"2010-11-02\"", "\"policyVersion\" : 1");
    assertThat(progress.heard).containsExactly("started publish-feed", "ended publish-feed");
  }

  @Test
  void keepsTheFiguresWhenAnAttemptIsRepeated() throws Exception {
    listings.show(NIGHT, aListing("P1").build());
    run(NIGHT);
    Map<String, String> published = feed.files();
    StepExecution again = run(NIGHT);

    assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertFigures(again, 1, 1);
    assertThat(feed.files()).isEqualTo(published);
  }

  @Test
  void publishesALaterRunOfTheDateAgainstTheRunBefore() throws Exception {
    NightId later = new NightId(NIGHT.businessDate(), 2);
    listings.show(NIGHT, aListing("P1").build(), aListing("P2").build());
    listings.show(later, aListing("P1").withTier("GOLD").build(), aListing("P2").build());
    run(NIGHT);
    StepExecution step = run(later);

    assertFigures(step, 2, 1);
    assertThat(feed.changes())
        .isEqualTo(
            """
            {"partnerId":"P1","change":"PROMOTED","from":"SILVER","to":"GOLD"}
            """);
  }

  @Test
  void readsOnlyWhatMayHaveChangedSinceTheNightThatIsPublished() throws Exception {
    NightId next = new NightId(NIGHT.businessDate().plusDays(1), 1);
    listings.show(NIGHT, aListing("P1").build(), aListing("P2").build());
    listings.show(next, aListing("P1").build(), aListing("P2").withTier("GOLD").build());
    listings.same.add("P1");
    run(NIGHT);
    StepExecution step = run(next);

    assertThat(listings.asked).containsExactly("all of " + NIGHT, NIGHT + " to " + next);
    assertThat(step.getReadCount()).isEqualTo(1);
    assertThat(step.getWriteCount()).isEqualTo(2);
    assertFigures(step, 2, 1);
    assertThat(feed.partners()).contains("GOLD");
  }

  @Test
  void readsAllWhereTheProcessDiedBeforeItRecordedThePublication() throws Exception {
    NightId next = new NightId(NIGHT.businessDate().plusDays(1), 1);
    listings.show(NIGHT, aListing("P1").build());
    listings.show(next, aListing("P1").build());
    run(NIGHT);
    publications.known.clear();
    StepExecution step = run(next);

    assertThat(listings.asked).containsExactly("all of " + NIGHT, "all of " + next);
    assertFigures(step, 1, 0);
  }

  @Test
  void readsAllWhereALaterNightIsPublished() throws Exception {
    NightId next = new NightId(NIGHT.businessDate().plusDays(1), 1);
    listings.show(NIGHT, aListing("P1").build());
    listings.show(next, aListing("P1").build());
    run(next);
    run(NIGHT);

    assertThat(listings.asked).containsExactly("all of " + next, "all of " + NIGHT);
  }

  @Test
  void readsAllWhereAnotherProgramWroteThePublishedLines() throws Exception {
    NightId next = new NightId(NIGHT.businessDate().plusDays(1), 1);
    listings.show(NIGHT, aListing("P1").build());
    listings.show(next, aListing("P1").build());
    String manifest = publishedBy(run(NIGHT));
    publications.record(NIGHT, manifest, ListingJson.REVISION - 1);
    run(next);

    assertThat(listings.asked).containsExactly("all of " + NIGHT, "all of " + next);
  }

  @Test
  void failsWithASentenceWhereNoPolicyIsInForce() throws Exception {
    StepExecution step = run(new NightId(LocalDate.of(2010, 10, 29), 1));

    assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(step.getFailureExceptions())
        .singleElement()
        .isInstanceOf(FeedException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("No policy is in force on 2010-10-29, so there is no tier to publish.");
    assertThat(folder).doesNotExist();
  }

  @Test
  void failsOnADamagedFeedAndPublishesOnceItIsMovedAway() throws Exception {
    listings.show(NIGHT, aListing("P1").build());
    Files.createDirectories(folder);
    Path manifest = Files.writeString(folder.resolve("manifest.json"), "{ damaged");
    StepExecution failed = run(NIGHT);
    assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(failed.getFailureExceptions()).singleElement().isInstanceOf(FeedException.class);
    assertThat(failed.getWriteCount()).isZero();
    assertThat(folder)
        .isDirectoryContaining("glob:**manifest.json")
        .isDirectoryNotContaining("glob:**.partial");

    Files.move(manifest, temp.resolve("moved-away.json"));
    assertThat(run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  @Test
  void stopsWhenItsThreadIsInterruptedAndPublishesWholeAtTheNextAttempt() throws Exception {
    listings.show(NIGHT, aListing("P1").build());
    Thread.currentThread().interrupt();
    StepExecution stopped;
    try {
      stopped = run(NIGHT);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(folder).doesNotExist();

    assertThat(run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(feed.partners()).contains("P1");
  }

  @Test
  void endsAPublicationThatIsInterruptedInItsMidst() throws Exception {
    listings.show(NIGHT, aListing("P1").build(), aListing("P2").build());
    listings.beforeEach = () -> Thread.currentThread().interrupt();
    StepExecution stopped;
    try {
      stopped = run(NIGHT);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(feed.partners()).hasLineCount(2);
    assertThat(feed.files()).hasSize(3);

    listings.beforeEach = () -> {};
    StepExecution resumed = run(NIGHT);
    assertThat(resumed.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertFigures(resumed, 2, 2);
  }

  private StepExecution run(NightId night) throws Exception {
    JobRepository repository = new ResourcelessJobRepository();
    Step step =
        new PublishFeedStepConfiguration()
            .publishFeedStep(
                repository,
                new ResourcelessTransactionManager(),
                listings,
                publications,
                new OnePolicy(),
                () -> {},
                progress);
    JobParameters parameters =
        new NightParameters(night, temp.resolve("inbox"), folder, false).toJobParameters();
    JobExecution job =
        repository.createJobExecution(
            repository.createJobInstance("nightly", parameters),
            parameters,
            new ExecutionContext());
    StepExecution execution =
        repository.createStepExecution(PublishFeedStepConfiguration.PUBLISH, job);
    step.execute(execution);
    return execution;
  }

  private String publishedBy(StepExecution step) {
    assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    return publications.known.get(0).manifestSha256();
  }

  private static void assertFigures(StepExecution step, long rows, long changes) {
    assertThat(step.getExecutionContext().getLong(PublishFeedStepConfiguration.ROWS))
        .isEqualTo(rows);
    assertThat(step.getExecutionContext().getLong(PublishFeedStepConfiguration.CHANGES))
        .isEqualTo(changes);
  }

  private static final class FakeListings implements Listings {

    private final Map<NightId, List<Listing>> byNight = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** Those that have not changed. */
    private final Set<String> same = new HashSet<>();

    private Runnable beforeEach = () -> {};

    void show(NightId night, Listing... listings) {
      byNight.put(night, List.of(listings));
    }

    @Override
    public void forEachChanged(NightId earlier, NightId night, Consumer<ChangedListing> consumer) {
      asked.add(earlier + " to " + night);
      for (Listing listing : byNight.getOrDefault(night, List.of())) {
        if (!same.contains(listing.partner().value())) {
          beforeEach.run();
          consumer.accept(new ChangedListing(listing.partner(), listing));
        }
      }
    }

    @Override
    public void forEach(NightId night, Consumer<Listing> consumer) {
      asked.add("all of " + night);
      for (Listing listing : byNight.getOrDefault(night, List.of())) {
        beforeEach.run();
        consumer.accept(listing);
      }
    }
  }

  private static final class FakePublications implements Publications {

    private static final Comparator<NightId> IN_ORDER =
        Comparator.comparing(NightId::businessDate).thenComparing(NightId::run);

    private record Known(NightId night, String manifestSha256, int revision) {}

    private final List<Known> known = new ArrayList<>();

    @Override
    public Optional<NightId> findNight(String manifestSha256, int revision, NightId night) {
      return known.stream()
          .filter(of -> of.manifestSha256().equals(manifestSha256) && of.revision() == revision)
          .map(Known::night)
          .filter(published -> IN_ORDER.compare(published, night) <= 0)
          .max(IN_ORDER);
    }

    @Override
    public void record(NightId night, String manifestSha256, int revision) {
      known.removeIf(of -> of.night().equals(night) && of.manifestSha256().equals(manifestSha256));
      known.add(new Known(night, manifestSha256, revision));
    }
  }

  private static final class OnePolicy implements TierPolicies {

    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate day) {
      return Optional.of(POLICY).filter(policy -> !day.isBefore(policy.effectiveFrom()));
    }

    @Override
    public List<TierPolicy> listVersions() {
      return List.of(POLICY);
    }
  }

  private static final class RecordedProgress implements Progress {

    private final List<String> heard = new ArrayList<>();

    @Override
    public void started(String step) {
      heard.add("started " + step);
    }

    @Override
    public void advanced(String step, long items) {
      heard.add("advanced " + step + " by " + items);
    }

    @Override
    public void ended(String step, Duration elapsed) {
      heard.add("ended " + step);
    }
  }
}
