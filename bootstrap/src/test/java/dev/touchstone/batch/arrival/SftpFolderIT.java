package dev.touchstone.batch.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.server.ServerFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/** Files on another machine reach the inbox whole, once, and none is lost. */
class SftpFolderIT {

  private static final String CONTENT = "partner_id,name,registered_on\nP-1,Acme,2010-01-01\n";

  @TempDir static Path machine;
  @TempDir static Path own;

  private static SshServer sshd;
  private static Path knownHosts;
  private static ServerFixture server;
  private static final AtomicInteger CUTS = new AtomicInteger();

  private Instant now = Instant.parse("2010-11-16T12:00:00Z");

  @BeforeAll
  static void start() throws Exception {
    KeyPair hostKey = KeyUtils.generateKeyPair("ssh-rsa", 2048);
    sshd = SshServer.setUpDefaultServer();
    sshd.setHost("127.0.0.1");
    sshd.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    sshd.setPasswordAuthenticator(
        (user, password, session) -> user.equals("touchstone") && password.equals("secret"));
    sshd.setFileSystemFactory(new VirtualFileSystemFactory(machine));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(new Cutter());
    sshd.setSubsystemFactories(List.of(sftp));
    sshd.start();
    knownHosts = own.resolve("known_hosts");
    Files.writeString(
        knownHosts,
        "[127.0.0.1]:%d %s%n"
            .formatted(sshd.getPort(), PublicKeyEntry.toString(hostKey.getPublic())));
    server =
        ServerFixture.start(
            "touchstone.sftp.host=127.0.0.1",
            "touchstone.sftp.port=" + sshd.getPort(),
            "touchstone.sftp.user=touchstone",
            "touchstone.sftp.password=secret",
            "touchstone.sftp.known-hosts=" + knownHosts,
            "touchstone.sftp.folder=flow",
            "touchstone.sftp.look-every=50ms",
            "touchstone.arrival.settled-after=200ms");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    sshd.stop(true);
  }

  @AfterEach
  void empty() throws IOException {
    CUTS.set(0);
    for (Path root : List.of(machine, server.folder())) {
      for (String file : files(root)) {
        if (!file.startsWith("data/")) {
          Files.delete(root.resolve(file));
        }
      }
    }
    server.sql().sql("DELETE FROM arrived_file").update();
  }

  @Test
  void theFlowTakesWholeFilesAndThoseThatAreRenamedIntoPlace() throws Exception {
    Path part = write("flow/partners/a.csv.part", CONTENT);
    write("flow/surveys/alfa/november.xlsx", "no workbook, but whole");
    await(() -> files(machine).contains("flow/taken/surveys/alfa/november.xlsx"));
    assertThat(inbox()).containsExactly("surveys/alfa/november.xlsx");

    Files.move(part, part.resolveSibling("a.csv"));
    await(() -> files(machine).contains("flow/taken/partners/a.csv"));

    assertThat(server.folder().resolve("inbox/partners/a.csv")).hasContent(CONTENT);
    assertThat(inbox()).containsExactly("partners/a.csv", "surveys/alfa/november.xlsx");
    assertThat(files(server.folder().resolve("arriving"))).isEmpty();
  }

  @Test
  void fetchesAFileOnlyOnceItsSizeIsStable() throws Exception {
    SftpFolder folder = folder("grows", true, knownHosts);
    write("grows/partners/a.csv", CONTENT.substring(0, 40));
    assertThat(folder.listSettled()).isEmpty();
    now = now.plusSeconds(10);
    write("grows/partners/a.csv", CONTENT);
    assertThat(folder.listSettled()).as("it grew").isEmpty();
    now = now.plusSeconds(10);

    folder.listSettled().forEach(folder::take);

    assertThat(server.folder().resolve("inbox/partners/a.csv")).hasContent(CONTENT);
  }

  @Test
  void nothingIsTakenOfAFileWhoseConnectionIsLost() throws Exception {
    SftpFolder folder = folder("cut", true, knownHosts);
    write("cut/partners/a.csv", CONTENT + "#".repeat(5_000_000));
    List<Offered> settled = settled(folder);
    CUTS.set(1);

    assertThatThrownBy(() -> settled.forEach(folder::take)).isInstanceOf(RuntimeException.class);
    assertThat(CUTS).as("the connection was cut").hasValue(0);
    assertThat(inbox()).isEmpty();
    assertThat(outcomes()).isEmpty();
    assertThat(files(machine)).containsExactly("cut/partners/a.csv");

    settled(folder).forEach(folder::take);
    assertThat(inbox()).containsExactly("partners/a.csv");
    assertThat(server.folder().resolve("inbox/partners/a.csv"))
        .hasSize(CONTENT.length() + 5_000_000L);
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN");
    assertThat(files(machine)).containsExactly("cut/taken/partners/a.csv");
  }

  @Test
  void aFileThatCannotBeReadKeepsNoneBehindItWaiting() throws Exception {
    write("flow/partners/a-refused.csv", CONTENT);
    write("flow/partners/b.csv", CONTENT);
    await(() -> files(machine).contains("flow/taken/partners/b.csv"));

    assertThat(inbox()).containsExactly("partners/b.csv");
    assertThat(files(machine)).contains("flow/partners/a-refused.csv");
  }

  @Test
  void theSameFileOfferedTwiceIsPutAsideAndBothAreKept() throws Exception {
    SftpFolder folder = folder("twice", true, knownHosts);
    write("twice/partners/a.csv", CONTENT);
    settled(folder).forEach(folder::take);
    write("twice/partners/a.csv", CONTENT);
    settled(folder).forEach(folder::take);

    assertThat(inbox()).containsExactly("partners/a.csv");
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN", "partners/a.csv REPEATED");
    assertThat(files(machine))
        .containsExactly("twice/taken/partners/a.csv", "twice/taken/partners/a_0002.csv");
  }

  @Test
  void whatWasTakenIsNotFetchedAgainWhereItStays() throws Exception {
    SftpFolder staying = folder("stays", false, knownHosts);
    write("stays/partners/a.csv", CONTENT);
    settled(staying).forEach(staying::take);
    settled(staying).forEach(staying::take);
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN");

    // As after a death between the taking and the clearing.
    SftpFolder clearing = folder("stays", true, knownHosts);
    settled(clearing).forEach(clearing::take);
    assertThat(outcomes()).containsExactly("partners/a.csv TAKEN");
    assertThat(files(machine)).containsExactly("stays/taken/partners/a.csv");
  }

  @Test
  void trustsNoMachineThatItDoesNotKnow() throws Exception {
    write("stranger/partners/a.csv", CONTENT);
    KeyPair other = KeyUtils.generateKeyPair("ssh-rsa", 2048);
    Path wrong = own.resolve("wrong_hosts");
    Files.writeString(
        wrong,
        "[127.0.0.1]:%d %s%n"
            .formatted(sshd.getPort(), PublicKeyEntry.toString(other.getPublic())));
    Path none = Files.writeString(own.resolve("no_hosts"), "");

    for (Path hosts : List.of(wrong, none)) {
      SftpFolder folder = folder("stranger", true, hosts);
      assertThatThrownBy(folder::listSettled)
          .hasStackTraceContaining("Server key did not validate");
    }
    assertThatThrownBy(() -> place("stranger", true, own.resolve("missing")))
        .hasMessageContaining("touchstone.sftp.known-hosts");
  }

  private SftpFolder folder(String name, boolean clear, Path hosts) {
    SftpPlace place = place(name, clear, hosts);
    DefaultSftpSessionFactory sessions = place.sessions();
    Arrivals arrivals = server.bean(Arrivals.class);
    ArrivalLock lock = server.bean(ArrivalLock.class);
    InboxDoor door = new InboxDoor(server.folder().resolve("inbox"), arrivals, lock);
    return new SftpFolder(
        place, sessions, door, arrivals, lock, Duration.ofSeconds(10), new Hand());
  }

  private static SftpPlace place(String folder, boolean clear, Path hosts) {
    return new SftpPlace(
        "127.0.0.1", sshd.getPort(), "touchstone", "secret", null, null, hosts, folder, clear);
  }

  private List<Offered> settled(SftpFolder folder) {
    folder.listSettled();
    now = now.plusSeconds(10);
    return folder.listSettled();
  }

  private static Path write(String path, String content) throws IOException {
    Path file = machine.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static List<String> inbox() throws IOException {
    return files(server.folder().resolve("inbox"));
  }

  private static List<String> outcomes() {
    return server
        .sql()
        .sql("SELECT path || ' ' || coalesce(outcome, '-') FROM arrived_file ORDER BY arrival_id")
        .query(String.class)
        .list();
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
    assertThat(condition.holds()).as("%s, %s", files(machine), outcomes()).isTrue();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Cuts the connection in the middle of a file, as often as asked for; refuses some files. */
  private static final class Cutter implements SftpEventListener {
    @Override
    public void reading(
        ServerSession session,
        String remoteHandle,
        FileHandle localHandle,
        long offset,
        byte[] data,
        int dataOffset,
        int dataLen)
        throws IOException {
      if (localHandle.getFile().getFileName().toString().contains("refused")) {
        throw new IOException("refused on purpose");
      }
    }

    @Override
    public void read(
        ServerSession session,
        String remoteHandle,
        FileHandle localHandle,
        long offset,
        byte[] data,
        int dataOffset,
        int dataLen,
        int readLen,
        Throwable thrown) {
      if (offset > 1_000_000 && CUTS.get() > 0) {
        CUTS.decrementAndGet();
        session.close(true);
      }
    }
  }

  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
