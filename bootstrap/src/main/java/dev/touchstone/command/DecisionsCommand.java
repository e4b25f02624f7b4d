package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfResult;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.batch.intake.CsvOutput;
import dev.touchstone.domain.catalog.SpecializationCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decisions}: one line a partner. */
@Command(
    name = "decisions",
    mixinStandardHelpOptions = true,
    description = "Writes what a night decided, one line a partner.")
final class DecisionsCommand implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of(
          "partner_id",
          "earned",
          "held",
          "displayed",
          "legacy",
          "at_risk_until",
          "people_certified",
          "specializations_covered",
          "references_counted",
          "responses_counted",
          "satisfaction_sum",
          "competencies");

  private final Application application;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file.")
  private Path out = Path.of("decisions.csv");

  @Mixin private final AsOf asOf = new AsOf();

  DecisionsCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    try (ConfigurableApplicationContext context = application.start()) {
      Optional<Night> night = asOf.findNight(context);
      try (CsvOutput csv = CsvOutput.open(out, HEADER)) {
        Consumer<DecisionLine> write = line -> csv.write(valuesOf(line));
        if (night.isPresent()) {
          context.getBean(Decisions.class).forEach(night.get().id(), write);
        } else {
          decideAnew(context, write);
        }
        csv.commit();
      }
    }
    return 0;
  }

  private void decideAnew(ApplicationContext context, Consumer<DecisionLine> write) {
    DecideAsOfResult result =
        context
            .getBean(DecideAsOfUseCase.class)
            .decide(asOf.query(context, null), decided -> write.accept(DecisionLine.from(decided)));
    if (result instanceof DecideAsOfResult.Refused refused) {
      throw CommandFailure.wrongUsage(refused.reason());
    }
  }

  private static List<String> valuesOf(DecisionLine line) {
    return Arrays.asList(
        line.partner().value(),
        text(line.standing().earned()),
        text(line.standing().held()),
        text(line.standing().displayed()),
        String.valueOf(line.standing().legacy()),
        text(line.standing().atRiskUntil()),
        String.valueOf(line.numbers().peopleCertified()),
        String.valueOf(line.numbers().specializationsCovered()),
        String.valueOf(line.numbers().referencesCounted()),
        String.valueOf(line.numbers().responsesCounted()),
        String.valueOf(line.numbers().satisfactionSum()),
        line.competencies().stream()
            .map(SpecializationCode::value)
            .collect(Collectors.joining(";")));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
