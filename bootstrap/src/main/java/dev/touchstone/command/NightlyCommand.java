package dev.touchstone.command;

import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.directory.FeedPublisher;
import dev.touchstone.batch.intake.PreviousLevels;
import dev.touchstone.batch.night.ForegroundNightRunner;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.domain.time.ProgramDays;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: the whole night for a business date. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description =
        "Runs the whole night: takes in the inbox, decides all tiers, publishes the feed. "
            + "A night that did not end is finished; one that is complete is left alone.")
final class NightlyCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ProgramFiles program = new ProgramFiles();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "A version of the tier policy, YAML, registered first if it is not. "
              + "Default: those registered; the one shipped with the product if there is none.")
  private @Nullable Path policy;

  @Option(
      names = "--inbox",
      required = true,
      paramLabel = "DIR",
      description =
          "The folder with partners/, enrollments/, certifications/, references/, surveys/.")
  private Path inbox = Path.of("inbox");

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "DIR",
      description = "The folder that the directory feed is published to.")
  private Path feed = Path.of("feed");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The business date. Default: today in Europe/Rome.")
  private @Nullable LocalDate date;

  @Option(names = "--keep", description = "Leave the files in the inbox.")
  private boolean keep;

  @Option(
      names = "--again",
      description = "Run a complete night once more, for files that came late.")
  private boolean again;

  @Option(
      names = "--confirm",
      description =
          "Publish the night whatever it demotes. Without it a night stops before publication where "
              + "it demotes more of the held tiers than the policy's standing.stopAbove percent.")
  private boolean confirm;

  @Option(
      names = "--full",
      description =
          "Decide all partners. Without it a night decides those of whom something can have "
              + "changed since the last complete night; the result is the same.")
  private boolean full;

  @Option(
      names = "--ahead",
      description =
          "Run a night whose date is later than tomorrow where nights have followed the calendar. "
              + "Up to that date no other night can be run any more, those of the schedule included.")
  private boolean ahead;

  NightlyCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(inbox)) {
      throw CommandFailure.wrongUsage(
          "There is no inbox folder "
              + inbox
              + ". Create it, or give the folder that the files lie in.");
    }
    LocalDate today = LocalDate.now(Clock.system(ProgramDays.ZONE));
    LocalDate businessDate = date == null ? today : date;
    FeedPublisher.checkWritable(feed);
    PrintWriter out = Console.of(spec);
    try (ConsoleProgress progress = ConsoleProgress.on(out);
        ConfigurableApplicationContext context = application.start(program, progress)) {
      if (!ahead) {
        NightCalendar.require(businessDate, today, context.getBean(Nights.class));
      }
      if (policy != null) {
        out.println(PolicyRegistration.register(policy, context));
      }
      NightRequest request =
          new NightRequest(
              businessDate, inbox, feed, keep, again, confirm, full, OperatingSystemUser.actor());
      return context
          .getBean(ForegroundNightRunner.class)
          .run(request, run -> report(run, context, out));
    }
  }

  private int report(NightRun run, ConfigurableApplicationContext context, PrintWriter out)
      throws IOException {
    if (run instanceof NightRun.NoPolicy noPolicy) {
      PreviousLevelsText.lines(context.getBean(PreviousLevels.class).list(inbox))
          .forEach(out::println);
      throw CommandFailure.wrongUsage(noPolicy.reason());
    }
    if (run instanceof NightRun.Completed completed) {
      TierPolicy policy =
          context
              .getBean(TierPolicies.class)
              .findInForceOn(completed.night().id().businessDate())
              .orElseThrow();
      IntegritySummary integrity = new IntegritySummary();
      context.getBean(IntegrityFindings.class).forEach(completed.night().id(), integrity::add);
      new NightSummary(completed, policy.ladder(), integrity).lines().forEach(out::println);
      for (NightId unfinished :
          context.getBean(Nights.class).listUnfinishedBefore(completed.night().id())) {
        out.println(
            "The night of "
                + unfinished
                + " was begun and never finished; this one has taken its place.");
      }
      return 0;
    }
    if (run instanceof NightRun.AlreadyComplete complete) {
      out.println(
          "The night of "
              + complete.night().id()
              + " is complete; nothing to do. (--again runs it once more, for files that came late.)");
      return 0;
    }
    if (run instanceof NightRun.Refused refused) {
      throw CommandFailure.wrongUsage(refused.reason());
    }
    if (run instanceof NightRun.Busy) {
      throw CommandFailure.notDone(
          "Another process is running a night on this database; wait for it to end.");
    }
    if (run instanceof NightRun.Held held) {
      throw CommandFailure.notDone(held.reason());
    }
    if (run instanceof NightRun.Blocked blocked) {
      throw CommandFailure.notDone(blocked.reason());
    }
    if (run instanceof NightRun.Unconfirmed unconfirmed) {
      throw CommandFailure.notDone(
          ("The night of %s has stopped before publication: %s The feed published before stays."
                  + " To look closer, run decisions or explain with --date %s; to publish it all the"
                  + " same, nightly --date %3$s --confirm.")
              .formatted(
                  unconfirmed.night().id(),
                  unconfirmed.reason(),
                  unconfirmed.night().id().businessDate()));
    }
    if (run instanceof NightRun.Stopped stopped) {
      // At once: the process ends as soon as the night has.
      Console.errorsOf(spec)
          .println(
              "The night of " + stopped.night().id() + " was stopped; run it again to finish it.");
      return CommandFailure.NOT_DONE;
    }
    if (run instanceof NightRun.TakenOver takenOver) {
      throw CommandFailure.notDone(
          "This process lost its connection with the night lock, and another one has taken over the"
              + " night of "
              + takenOver.night().id()
              + "; this one has left it.");
    }
    NightRun.Failed failed = (NightRun.Failed) run;
    throw CommandFailure.notDone(
        "The night of "
            + failed.night().id()
            + " is not complete; step "
            + failed.step()
            + " failed: "
            + failed.reason()
            + " Run it again to finish it.");
  }
}
