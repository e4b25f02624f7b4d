package dev.touchstone.batch.step;

import dev.touchstone.domain.time.NightId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The parameters of a nightly run. Only the night identifies it, so that a double start is
 * harmless.
 *
 * @param night which night
 * @param inbox the folder the files lie in
 * @param feed the folder the feed is published to
 * @param keep whether the files stay in the inbox after the run
 */
public record NightParameters(NightId night, Path inbox, Path feed, boolean keep) {

  private static final String BUSINESS_DATE = "businessDate";
  private static final String RUN = "run";
  private static final String INBOX = "inbox";
  private static final String FEED = "feed";
  private static final String KEEP = "keep";

  /** Reads them back from a job's parameters. */
  public static NightParameters from(JobParameters parameters) {
    LocalDate date = Objects.requireNonNull(parameters.getLocalDate(BUSINESS_DATE), BUSINESS_DATE);
    long run = Objects.requireNonNull(parameters.getLong(RUN), RUN);
    return new NightParameters(
        new NightId(date, Math.toIntExact(run)),
        Path.of(Objects.requireNonNull(parameters.getString(INBOX), INBOX)),
        Path.of(Objects.requireNonNull(parameters.getString(FEED), FEED)),
        Boolean.parseBoolean(parameters.getString(KEEP)));
  }

  /** Those by which the runs of nights are told apart. */
  public static JobParameters identifying(NightId night) {
    return new JobParametersBuilder()
        .addLocalDate(BUSINESS_DATE, night.businessDate())
        .addLong(RUN, (long) night.run())
        .toJobParameters();
  }

  /** As the parameters of a job. */
  public JobParameters toJobParameters() {
    return new JobParametersBuilder(identifying(night))
        .addString(INBOX, inbox.toString(), false)
        .addString(FEED, feed.toString(), false)
        .addString(KEEP, Boolean.toString(keep), false)
        .toJobParameters();
  }

  /**
   * The folder beside the inbox in which the night puts things of one sort: {@code archive/<date>},
   * and below it {@code run-<n>} for each later run of the date, so that nothing is overwritten.
   */
  public Path besideInbox(String sort) {
    Path ofDate = inbox.resolveSibling(sort).resolve(night.businessDate().toString());
    return night.run() == 1 ? ofDate : ofDate.resolve("run-" + night.run());
  }
}
