package dev.touchstone.command;

import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample-data}: an invented inbox. */
@Command(
    name = "sample-data",
    mixinStandardHelpOptions = true,
    description = "Writes a realistic inbox of invented partners, workbooks included.")
final class SampleDataCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--partners", required = true, paramLabel = "N", description = "How many.")
  private int partners;

  @Option(
      names = "--inbox",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to; it must be empty or absent.")
  private Path inbox = Path.of("inbox");

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed writes the same inbox. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (partners < 1) {
      throw CommandFailure.wrongUsage("--partners must be 1 or more, not " + partners + ".");
    }
    if (Files.exists(inbox) && !Files.isDirectory(inbox)) {
      throw CommandFailure.wrongUsage(
          "There is a file where the folder " + inbox + " should be; give another folder.");
    }
    Catalog catalog = YamlCatalogs.ofDefault().getCatalog();
    try {
      new SampleDataGenerator(catalog, seed).generate(partners, inbox);
    } catch (DirectoryNotEmptyException e) {
      throw CommandFailure.wrongUsage(
          "The folder " + inbox + " is not empty; give another one, or empty it.");
    }
    if (spec != null) {
      spec.commandLine()
          .getOut()
          .println(
              "Wrote an inbox of "
                  + partners
                  + " partners to "
                  + inbox
                  + "; a night for it: nightly --date "
                  + SampleDataGenerator.BUSINESS_DATE
                  + " --inbox "
                  + inbox
                  + " --feed DIR");
    }
    return 0;
  }
}
