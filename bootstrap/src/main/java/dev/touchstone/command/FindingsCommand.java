package dev.touchstone.command;

import dev.touchstone.application.integrity.FindingTable;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
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

/** {@code findings}: what a person should look at. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description =
        "Writes what a night found odd about the evidence. It counts all the same; a person should "
            + "look at it.")
final class FindingsCommand implements Callable<Integer> {

  private final Application application;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file.")
  private Path out = Path.of("findings.csv");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The night. Default: the latest one, complete or not.")
  private @Nullable LocalDate date;

  FindingsCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    try (ConfigurableApplicationContext context = application.start()) {
      Night night = findNight(context.getBean(Nights.class));
      try (CsvOutput csv = CsvOutput.open(out, FindingTable.TABLE.header())) {
        context
            .getBean(IntegrityFindings.class)
            .forEach(night.id(), finding -> csv.write(FindingTable.TABLE.texts(finding)));
        csv.commit();
      }
    }
    return 0;
  }

  private Night findNight(Nights nights) {
    Optional<Night> found = date == null ? nights.findLatest() : nights.findLatestOn(date);
    Night night =
        found.orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    date == null
                        ? "There has been no night yet; run nightly first."
                        : "There has been no night of " + date + "."));
    if (night.evidenceKnownAt() == null) {
      throw CommandFailure.wrongUsage(
          "The intake of the night of "
              + night.id()
              + " has not ended, so nothing was looked at yet; run nightly for it again.");
    }
    return night;
  }
}
