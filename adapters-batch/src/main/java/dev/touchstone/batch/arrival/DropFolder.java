package dev.touchstone.batch.arrival;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.file.RecursiveDirectoryScanner;
import org.springframework.integration.file.dsl.Files;

/** The flow from a drop folder, laid out as an inbox, into the inbox. */
public final class DropFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  private static final int DEPTH = 3;

  private DropFolder() {}

  /**
   * The flow. A file that cannot be taken stays, and is tried again.
   *
   * @param settledAfter how long a file has to look the same
   * @param lookEvery how long to wait between two looks
   */
  public static IntegrationFlow flow(
      Path drop, InboxDoor door, Duration settledAfter, Duration lookEvery, Clock clock) {
    Path folder = drop.toAbsolutePath().normalize();
    RecursiveDirectoryScanner scanner = new RecursiveDirectoryScanner();
    scanner.setMaxDepth(DEPTH);
    String looks = "What is in " + folder;
    Troubles ofLooks = new Troubles(LOG);
    Troubles ofFiles = new Troubles(LOG);
    scanner.setFilter(
        new DropFilter(
            folder,
            settledAfter,
            clock,
            listing -> {
              ofLooks.clear(looks);
              ofFiles.keep(
                  listing.stream().map(file -> folder.resolve(file.path()).toString()).toList());
            }));
    return IntegrationFlow.from(
            Files.inboundAdapter(folder.toFile()).scanner(scanner),
            endpoint ->
                endpoint.poller(
                    Pollers.fixedDelay(lookEvery)
                        .maxMessagesPerPoll(-1)
                        .errorHandler(failure -> ofLooks.tell(looks, failure))))
        .handle(
            File.class,
            (file, headers) -> {
              // One that cannot be taken keeps none behind it waiting.
              ofFiles.attempt(file.getPath(), () -> take(folder, file, door));
              return null;
            })
        .get();
  }

  private static InboxDoor.Taking take(Path folder, File file, InboxDoor door) {
    String path = folder.relativize(file.toPath()).toString().replace(File.separator, "/");
    ArrivalPlace place = ArrivalPlace.find(path).orElseThrow();
    try {
      return door.take(
          file.toPath(), place, file.getPath(), Instant.ofEpochMilli(file.lastModified()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be taken", e);
    }
  }
}
