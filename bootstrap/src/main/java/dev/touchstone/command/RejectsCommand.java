package dev.touchstone.command;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.intake.CsvOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

  private static final List<String> HEADER =
      List.of("file", "sheet", "line", "key", "reason", "detail");

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
      try (CsvOutput csv = CsvOutput.open(out, HEADER)) {
        context.getBean(Rejects.class).forEachOn(businessDate, row -> csv.write(valuesOf(row)));
        csv.commit();
      }
    }
    return 0;
  }

  private static List<String> valuesOf(RejectedRow row) {
    RowPlace place = row.place();
    return List.of(
        row.path(),
        place == null ? "" : Objects.toString(place.sheet(), ""),
        place == null ? "" : String.valueOf(place.line()),
        row.key(),
        row.fault().reason().name(),
        row.fault().detail());
  }
}
