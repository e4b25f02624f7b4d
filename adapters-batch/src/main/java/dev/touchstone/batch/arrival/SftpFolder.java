package dev.touchstone.batch.arrival;

import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.batch.step.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.file.remote.session.Session;
import org.springframework.integration.file.remote.session.SessionFactory;
import org.springframework.integration.sftp.session.SftpRemoteFileTemplate;

/**
 * The flow from a folder on another machine into the inbox. A file is fetched whole, beside the
 * inbox, and only then goes through the door of the inbox; what the record of arrivals says was
 * taken is cleared away there, and not fetched again.
 */
public final class SftpFolder {

  private static final Logger LOG = LoggerFactory.getLogger(SftpFolder.class);

  private static final String TAKEN = "taken";

  private final SftpPlace place;
  private final SftpRemoteFileTemplate template;
  private final InboxDoor door;
  private final Arrivals arrivals;
  private final ArrivalLock lock;
  private final Settling settling;
  private final Troubles ofLooks = new Troubles(LOG);
  private final Troubles ofFiles = new Troubles(LOG);

  /**
   * @param sessions with the machine that has the folder
   * @param settledAfter how long a file has to look the same
   */
  public SftpFolder(
      SftpPlace place,
      SessionFactory<DirEntry> sessions,
      InboxDoor door,
      Arrivals arrivals,
      ArrivalLock lock,
      Duration settledAfter,
      Clock clock) {
    this.place = place;
    this.template = new SftpRemoteFileTemplate(sessions);
    this.door = door;
    this.arrivals = arrivals;
    this.lock = lock;
    this.settling = new Settling(place.toString(), settledAfter, clock);
  }

  /**
   * The flow. A file that cannot be taken stays, and is tried again.
   *
   * @param lookEvery how long to wait between two looks
   */
  public IntegrationFlow flow(Duration lookEvery) {
    return IntegrationFlow.fromSupplier(
            this::listSettled,
            endpoint ->
                endpoint.poller(
                    Pollers.fixedDelay(lookEvery)
                        .errorHandler(failure -> ofLooks.tell("What is in " + place, failure))))
        .split()
        .handle(
            Offered.class,
            (offered, headers) -> {
              // One that cannot be taken keeps none behind it waiting.
              ofFiles.attempt(place.addressOf(offered.path()), () -> take(offered));
              return null;
            })
        .get();
  }

  /** The files there that are whole. */
  List<Offered> listSettled() {
    List<Offered> listing = inSession(this::list);
    ofFiles.keep(listing.stream().map(offered -> place.addressOf(offered.path())).toList());
    List<Offered> settled = settling.listSettled(listing);
    ofLooks.clear("What is in " + place);
    return settled;
  }

  private List<Offered> list(Session<DirEntry> session) throws IOException {
    List<Offered> found = new ArrayList<>();
    for (EvidenceKind kind : EvidenceKind.values()) {
      for (DirEntry entry : entriesOf(session, kind.folder())) {
        String path = kind.folder() + "/" + entry.getFilename();
        if (kind.isWorkbook() && isFolder(entry)) {
          for (DirEntry workbook : entriesOf(session, path)) {
            add(path + "/" + workbook.getFilename(), workbook, found);
          }
        } else {
          add(path, entry, found);
        }
      }
    }
    return found;
  }

  private DirEntry[] entriesOf(Session<DirEntry> session, String folder) throws IOException {
    String remote = remote(folder);
    return session.exists(remote) ? session.list(remote) : new DirEntry[0];
  }

  private static boolean isFolder(DirEntry entry) {
    return entry.getAttributes().isDirectory() && !entry.getFilename().startsWith(".");
  }

  private static void add(String path, DirEntry entry, List<Offered> found) {
    if (entry.getAttributes().isRegularFile()) {
      found.add(offeredOf(path, entry.getAttributes()));
    }
  }

  private static Offered offeredOf(String path, Attributes attributes) {
    return new Offered(path, attributes.getSize(), attributes.getModifyTime().toInstant());
  }

  /** Takes a file that is whole, unless another server is at one. */
  InboxDoor.Taking take(Offered offered) {
    Optional<ArrivalLock.Held> held = lock.tryAcquire(ArrivalLock.Task.FETCH);
    if (held.isEmpty()) {
      return InboxDoor.Taking.LATER;
    }
    try {
      return inSession(session -> takeAlone(offered, session));
    } finally {
      held.get().close();
    }
  }

  private InboxDoor.Taking takeAlone(Offered offered, Session<DirEntry> session)
      throws IOException {
    SftpClient client = (SftpClient) session.getClientInstance();
    String address = place.addressOf(offered.path());
    InboxDoor.Taking taking =
        arrivals.isUncleared(address, offered.modified(), offered.bytes())
            ? InboxDoor.Taking.DONE
            : fetch(offered, address, session, client);
    if (taking == InboxDoor.Taking.DONE && place.clear()) {
      clear(offered, session, client);
      arrivals.clear(address);
    }
    return taking;
  }

  private InboxDoor.Taking fetch(
      Offered offered, String address, Session<DirEntry> session, SftpClient client)
      throws IOException {
    Path file = door.arriving().resolve(offered.path() + ".part");
    Files.createDirectories(file.getParent());
    try {
      long bytes;
      try (InputStream in = session.readRaw(remote(offered.path()))) {
        bytes = DurableFiles.copy(in, file);
      }
      Offered now = offeredOf(offered.path(), client.stat(remote(offered.path())));
      if (bytes != offered.bytes() || !now.equals(offered)) {
        LOG.info("{} changed while it was fetched; it is fetched again", address);
        return InboxDoor.Taking.LATER;
      }
      Instant modified = offered.modified();
      return door.take(file, ArrivalPlace.find(offered.path()).orElseThrow(), address, modified);
    } finally {
      // What was taken is no longer here; what was not is still whole where it came from.
      Files.deleteIfExists(file);
    }
  }

  /** Nothing that was moved there before is overwritten. */
  private void clear(Offered offered, Session<DirEntry> session, SftpClient client)
      throws IOException {
    String path = offered.path();
    StringBuilder folder = new StringBuilder(remote(TAKEN));
    makeFolder(folder.toString(), session);
    for (String name : path.substring(0, path.lastIndexOf('/')).split("/", -1)) {
      makeFolder(folder.append('/').append(name).toString(), session);
    }
    String wished = remote(TAKEN + "/" + path);
    int dot = wished.lastIndexOf('.');
    String free = wished;
    for (int number = 2; session.exists(free); number++) {
      free = "%s_%04d%s".formatted(wished.substring(0, dot), number, wished.substring(dot));
    }
    client.rename(remote(path), free);
  }

  private static void makeFolder(String folder, Session<DirEntry> session) throws IOException {
    if (!session.exists(folder)) {
      session.mkdir(folder);
    }
  }

  private String remote(String path) {
    return place.folder() + "/" + path;
  }

  private <T> T inSession(Work<T> work) {
    T result =
        template.execute(
            session -> {
              try {
                return work.in(session);
              } catch (IOException e) {
                throw new UncheckedIOException(place + " cannot be read", e);
              }
            });
    if (result == null) {
      throw new IllegalStateException("Work in a session has a result");
    }
    return result;
  }

  /** What is done in a session. */
  @FunctionalInterface
  private interface Work<T> {
    T in(Session<DirEntry> session) throws IOException;
  }
}
