package dev.touchstone.command;

import dev.touchstone.application.intake.RejectTable;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.intake.CsvOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rejects}: what a night did not take, and why. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = "Writes the rows that a night rejected, and why.")
final class RejectsCommand implements Callable<Integer> {

  private final Application application;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file.")
  private Path out = Path.of("rejects.csv");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The night. Default: the latest one, complete or not.")
  private @Nullable LocalDate date;

  RejectsCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    try (ConfigurableApplicationContext context = application.start()) {
      Nights nights = context.getBean(Nights.class);
      Optional<Night> night = date == null ? nights.findLatest() : nights.findLatestOn(date);
      LocalDate businessDate =
          night
              .orElseThrow(
                  () ->
                      CommandFailure.wrongUsage(
                          date == null
                              ? "There has been no night yet; run nightly first."
                              : "There has been no night of " + date + "."))
              .id()
              .businessDate();
      try (CsvOutput csv = CsvOutput.open(out, RejectTable.TABLE.header())) {
        context
            .getBean(Rejects.class)
            .forEachOn(businessDate, row -> csv.write(RejectTable.TABLE.texts(row)));
        csv.commit();
      }
    }
    return 0;
  }
}
