package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.application.standing.DecisionTable;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfResult;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.batch.intake.CsvOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
      try (CsvOutput csv = CsvOutput.open(out, DecisionTable.TABLE.header())) {
        Consumer<DecisionLine> write = line -> csv.write(DecisionTable.TABLE.texts(line));
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
}
