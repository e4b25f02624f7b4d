package dev.touchstone.server;

import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.DecisionDifference;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Runs nights of a server on files that a test writes. */
final class Nightwatch {

  private final ServerFixture server;

  Nightwatch(ServerFixture server) {
    this.server = server;
  }

  /** Puts a file into the inbox, or another one in its place. */
  void write(String path, String content) {
    try {
      Path file = server.folder().resolve("inbox").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the night of a date. */
  void run(String date) {
    NightRun night =
        server
            .bean(NightLauncher.class)
            .run(
                new NightRequest(
                    LocalDate.parse(date),
                    server.folder().resolve("inbox"),
                    server.folder().resolve("feed"),
                    false,
                    false,
                    false,
                    false,
                    ServerFixture.NIGHTWATCH));
    if (!(night instanceof NightRun.Completed)) {
      throw new AssertionError(night);
    }
  }

  /** What does not agree any more of the night of a date. */
  List<DecisionDifference> verify(String date) {
    return server
        .bean(VerifyNightUseCase.class)
        .verify(server.bean(Nights.class).findLatestCompleteOn(LocalDate.parse(date)).orElseThrow())
        .differences();
  }
}
