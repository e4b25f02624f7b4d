package dev.touchstone.batch.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.arrival.Arrival;
import dev.touchstone.application.arrival.ArrivedFile;
import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.batch.arrival.InboxDoor.Taking;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.server.ServerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files in a drop folder reach the inbox whole, once, and none is lost. */
class DropFolderIT {

  private static final String HEADER = "partner_id,name,registered_on\n";
  private static final Instant WRITTEN = Instant.parse("2010-11-15T12:00:00Z");

  private static ServerFixture server;
  private static Path drop;
  private static Path inbox;

  @BeforeAll
  static void start() {
    server =
        ServerFixture.start(
            "touchstone.drop=${touchstone.data}/../drop",
            "touchstone.arrival.settled-after=200ms",
            "touchstone.arrival.look-every=50ms");
    drop = server.folder().resolve("drop");
    inbox = server.folder().resolve("inbox");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void empty() throws IOException {
    for (String folder : List.of("inbox", "drop", "repeated", "held")) {
      for (String file : files(server.folder().resolve(folder))) {
        Files.delete(server.folder().resolve(folder).resolve(file));
      }
    }
    server.sql().sql("DELETE FROM arrived_file").update();
  }

  @Test
  void takesWholeFilesAndThoseThatAreRenamedIntoPlace() throws Exception {
    Path part = write(drop.resolve("partners/b.csv.part"), "P-2");
    write(drop.resolve("partnres/c.csv"), "P-3");
    write(drop.resolve("partners/a.csv"), "P-1");
    awaitInbox("partners/a.csv");

    assertThat(files(drop)).containsExactly("partners/b.csv.part", "partnres/c.csv");
    Files.move(part, drop.resolve("partners/b.csv"));
    awaitInbox("partners/a.csv", "partners/b.csv");

    assertThat(inbox.resolve("partners/b.csv")).hasContent(HEADER + "P-2,Acme,2010-01-01\n");
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN", "partners/b.csv TAKEN");
    assertThat(files(drop)).containsExactly("partnres/c.csv");
  }

  @Test
  void putsAsideWhatIsSentAgainWhileItWaits() throws Exception {
    write(drop.resolve("partners/a.csv"), "P-1");
    awaitInbox("partners/a.csv");
    write(drop.resolve("partners/again.csv"), "P-1");
    await(() -> outcomes().contains("partners/again.csv REPEATED"));
    write(drop.resolve("partners/again.csv"), "P-1");
    await(() -> outcomes().contains("partners/again_0002.csv REPEATED"));

    assertThat(files(inbox)).containsExactly("partners/a.csv");
    assertThat(files(server.folder().resolve("repeated")))
        .containsExactly("partners/again.csv", "partners/again_0002.csv");
  }

  @Test
  void keepsBothOfTwoFilesOfOneName() throws Exception {
    write(drop.resolve("partners/a.csv"), "P-1");
    awaitInbox("partners/a.csv");
    write(drop.resolve("partners/a.csv"), "P-2");
    awaitInbox("partners/a.csv", "partners/a_0002.csv");

    assertThat(inbox.resolve("partners/a.csv")).content().contains("P-1");
    assertThat(inbox.resolve("partners/a_0002.csv")).content().contains("P-2");
  }

  @Test
  void takesTheSameContentAgainAfterANight() throws Exception {
    write(drop.resolve("partners/a.csv"), "P-1");
    awaitInbox("partners/a.csv");
    NightRun night =
        server
            .bean(NightLauncher.class)
            .run(
                new NightRequest(
                    LocalDate.of(2010, 11, 16),
                    inbox,
                    server.folder().resolve("feed"),
                    false,
                    false,
                    false,
                    false,
                    ServerFixture.NIGHTWATCH));
    assertThat(night).isInstanceOf(NightRun.Completed.class);
    assertThat(files(inbox)).isEmpty();

    write(drop.resolve("partners/a.csv"), "P-1");
    awaitInbox("partners/a.csv");
    await(() -> outcomes().equals(List.of("partners/a.csv TAKEN", "partners/a.csv TAKEN")));
  }

  @Test
  void findsByTheContentWhatDiedAfterTheMove() throws Exception {
    Path file = write(server.folder().resolve("held/a.csv"), "P-1");
    Relay dying =
        new Relay() {
          @Override
          public void end(Arrival arrival, Arrival.Outcome outcome) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> take(new InboxDoor(inbox, dying, free()), file)).hasMessage("killed");
    assertThat(files(inbox)).containsExactly("partners/a.csv");

    write(file, "P-1");
    assertThat(take(door(), file)).isEqualTo(Taking.DONE);

    assertThat(files(inbox)).containsExactly("partners/a.csv");
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN", "partners/a.csv REPEATED");
  }

  /**
   * As after a copy from another file system whose original was not deleted any more, or was sent
   * again with its time kept.
   */
  @Test
  void putsAsideTheOriginalOfACopy() throws Exception {
    Path file = write(server.folder().resolve("held/a.csv"), "P-1");
    begin(file, Files.getLastModifiedTime(file).toInstant());
    Path copy = inbox.resolve("partners/a.csv");
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);

    assertThat(take(door(), write(server.folder().resolve("held/b.csv"), "P-2")))
        .isEqualTo(Taking.DONE);

    assertThat(file).doesNotExist();
    assertThat(files(server.folder().resolve("repeated"))).containsExactly("partners/a.csv");
    assertThat(server.folder().resolve("repeated/partners/a.csv"))
        .hasSameBinaryContentAs(inbox.resolve("partners/a.csv"));
    assertThat(files(inbox)).containsExactly("partners/a.csv", "partners/a_0002.csv");
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN", "partners/a_0002.csv TAKEN");
  }

  @Test
  void takesAgainWhatDiedBeforeTheMove() throws Exception {
    Path file = write(server.folder().resolve("held/a.csv"), "P-1");
    begin(file, WRITTEN);

    assertThat(take(door(), file)).isEqualTo(Taking.DONE);

    assertThat(outcomes()).containsExactly("partners/a.csv ABANDONED", "partners/a.csv TAKEN");
    assertThat(files(inbox)).containsExactly("partners/a.csv");
  }

  @Test
  void recordsNothingOfAFileThatCannotBeMovedAway() throws Exception {
    Path ofJava = Path.of(URI.create("jrt:/java.base/module-info.class"));

    assertThatThrownBy(() -> take(door(), ofJava)).isInstanceOf(AccessDeniedException.class);

    assertThat(outcomes()).isEmpty();
    assertThat(files(inbox)).isEmpty();
  }

  @Test
  void beginsAnewAfterAMoveThatFailed() throws Exception {
    Path file = write(server.folder().resolve("held/a.csv"), "P-1");
    Path folder = Files.createDirectories(inbox).resolve("partners");
    Relay blocking =
        new Relay() {
          @Override
          public Arrival begin(ArrivedFile arrived, String heldAt, String path) {
            try {
              Files.deleteIfExists(folder);
              Files.createFile(folder);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return super.begin(arrived, heldAt, path);
          }
        };

    assertThatThrownBy(() -> take(new InboxDoor(inbox, blocking, free()), file))
        .isInstanceOf(IOException.class);
    assertThat(file).exists();
    assertThat(outcomes()).containsExactly("partners/a.csv ABANDONED");

    Files.delete(folder);
    assertThat(take(door(), file)).isEqualTo(Taking.DONE);
    assertThat(outcomes()).containsExactly("partners/a.csv ABANDONED", "partners/a.csv TAKEN");
    assertThat(files(inbox)).containsExactly("partners/a.csv");
  }

  @Test
  void leavesAFileWhileAnotherServerTakesOne() throws Exception {
    Path file = write(server.folder().resolve("held/a.csv"), "P-1");
    ArrivalLock lock = server.bean(ArrivalLock.class);
    try (ArrivalLock.Held other = lock.tryAcquire(ArrivalLock.Task.TAKE).orElseThrow()) {
      assertThat(other).isNotNull();
      assertThat(take(door(), file)).isEqualTo(Taking.LATER);
      assertThat(file).exists();
    }
    assertThat(take(door(), file)).isEqualTo(Taking.DONE);
  }

  private static void begin(Path file, Instant modified) throws IOException {
    server
        .bean(Arrivals.class)
        .begin(
            new ArrivedFile(
                ArrivalPlace.find("partners/a.csv").orElseThrow().kind(),
                null,
                "held/a.csv",
                modified,
                Files.size(file),
                dev.touchstone.batch.intake.FileDigest.of(file)),
            file.toString(),
            "partners/a.csv");
  }

  private static InboxDoor door() {
    return new InboxDoor(inbox, server.bean(Arrivals.class), server.bean(ArrivalLock.class));
  }

  private static ArrivalLock free() {
    return server.bean(ArrivalLock.class);
  }

  private static Taking take(InboxDoor door, Path file) throws IOException {
    return door.take(
        file, ArrivalPlace.find("partners/a.csv").orElseThrow(), file.toString(), WRITTEN);
  }

  private static Path write(Path file, String partner) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, HEADER + partner + ",Acme,2010-01-01\n");
  }

  private static List<String> outcomes() {
    return server
        .sql()
        .sql("SELECT path || ' ' || coalesce(outcome, '-') FROM arrived_file ORDER BY arrival_id")
        .query(String.class)
        .list();
  }

  private static void awaitInbox(String... files) throws Exception {
    await(() -> files(inbox).equals(List.of(files)));
    await(() -> outcomes().stream().noneMatch(outcome -> outcome.endsWith("-")));
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static void await(Condition condition) throws Exception {
    for (int i = 0; i < 1_200 && !condition.holds(); i++) {
      Thread.sleep(25);
    }
    assertThat(condition.holds()).as("%s, %s", files(server.folder()), outcomes()).isTrue();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** The record, for tests that come between it and the door. */
  private static class Relay implements Arrivals {

    private final Arrivals arrivals = server.bean(Arrivals.class);

    @Override
    public Arrival begin(ArrivedFile file, String heldAt, String path) {
      return arrivals.begin(file, heldAt, path);
    }

    @Override
    public void end(Arrival arrival, Arrival.Outcome outcome) {
      arrivals.end(arrival, outcome);
    }

    @Override
    public List<Arrival> listUnended() {
      return arrivals.listUnended();
    }

    @Override
    public List<Arrival> listTaken(ArrivedFile file) {
      return arrivals.listTaken(file);
    }

    @Override
    public boolean isRegistered(Arrival arrival) {
      return arrivals.isRegistered(arrival);
    }

    @Override
    public boolean isUncleared(String source, Instant modified, long bytes) {
      return arrivals.isUncleared(source, modified, bytes);
    }

    @Override
    public void clear(String source) {
      arrivals.clear(source);
    }
  }
}
