package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.TrialTable;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.standing.service.MoveFlowSvg;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.batch.intake.CsvOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code whatif}: every partner under a policy that is not in force. */
@Command(
    name = "whatif",
    mixinStandardHelpOptions = true,
    description =
        "Decides every partner under a candidate policy, without storing anything: as if it had "
            + "taken effect on its own day or on the date, whichever is earlier.")
final class WhatIfCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ProgramFiles program = new ProgramFiles();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The candidate, YAML.")
  private Path policy = Path.of("policy.yaml");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The date. Default: that of the latest complete night.")
  private @Nullable LocalDate date;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file.")
  private Path out = Path.of("whatif.csv");

  @Option(
      names = "--svg",
      paramLabel = "FILE.svg",
      description = "Draw the moves of displayed tiers as well.")
  private @Nullable Path svg;

  WhatIfCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    try (ConfigurableApplicationContext context = application.start(program, NoProgress.INSTANCE);
        CsvOutput csv = CsvOutput.open(out, TrialTable.TABLE.header())) {
      TryPolicyResult result =
          context
              .getBean(TryPolicyUseCase.class)
              .tryPolicy(query(context), tried -> csv.write(TrialTable.TABLE.texts(tried)));
      if (result instanceof TryPolicyResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      PolicyTrial trial = ((TryPolicyResult.Tried) result).trial();
      if (svg != null) {
        Files.createDirectories(svg.toAbsolutePath().getParent());
        Files.writeString(svg, MoveFlowSvg.of(trial));
      }
      csv.commit();
      PrintWriter console = Console.of(spec);
      PolicyTrialText.linesFor(trial).forEach(console::println);
    }
    return 0;
  }

  /** What the night of the date knew; without one, what is known now. */
  private TryPolicyQuery query(ApplicationContext context) {
    Nights nights = context.getBean(Nights.class);
    LocalDate asked = date == null ? CompleteNights.get(nights, null).id().businessDate() : date;
    Instant now = context.getBean(Clock.class).instant();
    return new TryPolicyQuery(
        context.getBean(PolicyFiles.class).read(policy),
        asked,
        nights.findLatestCompleteOn(asked).map(Night::evidenceKnownAt).orElse(now));
  }
}
