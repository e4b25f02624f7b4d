package dev.touchstone.batch.arrival;

import dev.touchstone.application.arrival.Arrival;
import dev.touchstone.application.arrival.ArrivedFile;
import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.application.arrival.port.out.Arrivals;
import dev.touchstone.batch.intake.FileDigest;
import dev.touchstone.batch.step.FreePath;
import dev.touchstone.batch.step.WholeMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts whole files into the inbox, one at a time among all servers that share it. What a file is,
 * its content says: the same content is put aside while it lies in the inbox, another content of
 * the same name gets a name behind it. No file is deleted or overwritten.
 */
public final class InboxDoor {

  private static final Logger LOG = LoggerFactory.getLogger(InboxDoor.class);

  private final Path inbox;
  private final Arrivals arrivals;
  private final ArrivalLock lock;

  /** Files go into this inbox, or beside it. */
  public InboxDoor(Path inbox, Arrivals arrivals, ArrivalLock lock) {
    this.inbox = inbox.toAbsolutePath().normalize();
    this.arrivals = arrivals;
    this.lock = lock;
  }

  /** What became of a file. */
  enum Taking {
    /** It is in the inbox, or put aside because the same content is. */
    DONE,
    /** It stays, because something else is going on with it; it is to be tried again. */
    LATER
  }

  /** The folder beside the inbox that files come to from other machines. */
  Path arriving() {
    return inbox.resolveSibling("arriving");
  }

  /** The folder beside the inbox of files that are not to be taken again. */
  private Path repeated() {
    return inbox.resolveSibling("repeated");
  }

  /**
   * Takes a whole file.
   *
   * @param file where it lies on this machine
   * @param source where it came from
   * @param modified when it was last written there
   */
  Taking take(Path file, ArrivalPlace place, String source, Instant modified) throws IOException {
    Optional<ArrivalLock.Held> held = lock.tryAcquire(ArrivalLock.Task.TAKE);
    if (held.isEmpty()) {
      return Taking.LATER;
    }
    try {
      endInterrupted(file);
      // Another server may have taken it since it was listed.
      return Files.isRegularFile(file) ? takeAlone(file, place, source, modified) : Taking.LATER;
    } finally {
      held.get().close();
    }
  }

  private Taking takeAlone(Path file, ArrivalPlace place, String source, Instant modified)
      throws IOException {
    long bytes = Files.size(file);
    String sha256 = FileDigest.of(file);
    if (Files.size(file) != bytes) {
      return Taking.LATER;
    }
    WholeMove.requireMovable(file);
    ArrivedFile arrived =
        new ArrivedFile(place.kind(), place.vendor(), source, modified, bytes, sha256);
    Optional<Arrival> first = findInInbox(arrived);
    Path folder = first.isEmpty() ? inbox : repeated();
    Path to = FreePath.beside(folder.resolve(place.path()));
    Arrival arrival =
        arrivals.begin(
            arrived,
            file.toAbsolutePath().toString(),
            folder.relativize(to).toString().replace(to.getFileSystem().getSeparator(), "/"));
    move(file, to, arrival);
    if (first.isEmpty()) {
      arrivals.end(arrival, Arrival.Outcome.TAKEN);
      LOG.info("{} was put into the inbox as {}", source, arrival.path());
    } else {
      arrivals.end(arrival, Arrival.Outcome.REPEATED);
      LOG.warn(
          "{} was put aside as {}: the inbox has the same content already, as {}",
          source,
          to,
          first.get().path());
    }
    return Taking.DONE;
  }

  /** What stays where it lay is recorded at once, so that the next taking begins anew. */
  private void move(Path file, Path to, Arrival arrival) throws IOException {
    try {
      WholeMove.move(file, to);
    } catch (IOException failure) {
      if (Files.exists(file)) {
        arrivals.end(arrival, Arrival.Outcome.ABANDONED);
      }
      throw failure;
    }
  }

  private Optional<Arrival> findInInbox(ArrivedFile arrived) throws IOException {
    for (Arrival taken : arrivals.listTaken(arrived)) {
      if (isInInbox(taken)) {
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }

  private boolean isInInbox(Arrival arrival) throws IOException {
    return isContent(inbox.resolve(arrival.path()), arrival.file());
  }

  /**
   * Ends what died between the record and the outcome. Whoever holds the lock knows that nobody is
   * at it any more; where the content lies says how far it was.
   *
   * @param wanted the file that is to be taken next
   */
  private void endInterrupted(Path wanted) throws IOException {
    for (Arrival arrival : arrivals.listUnended()) {
      boolean moved = isInInbox(arrival) || arrivals.isRegistered(arrival);
      if (moved && !putAsideOriginal(arrival, wanted)) {
        continue;
      }
      arrivals.end(arrival, moved ? Arrival.Outcome.TAKEN : Arrival.Outcome.ABANDONED);
      LOG.info(
          "{} was {} when a server died",
          arrival.file().source(),
          moved ? "already in the inbox" : "not yet in the inbox");
    }
  }

  /**
   * Ends the move from another file system whose copy was made and whose original was left: once a
   * night has taken the copy, it would be taken again, over what came since. A file that was sent
   * again with its time kept looks just like it, so it is put aside, not deleted.
   *
   * @return whether it lies there no longer
   * @throws IOException if it cannot be moved, and is the one that is wanted: others do not wait
   *     for it
   */
  private boolean putAsideOriginal(Arrival arrival, Path wanted) throws IOException {
    Path original = Path.of(arrival.heldAt());
    try {
      if (isWhatCameIn(original, arrival.file())) {
        Path aside = FreePath.beside(repeated().resolve(arrival.path()));
        WholeMove.move(original, aside);
        LOG.warn(
            "{} was put aside as {}: its content, size and time are those of {}, which was taken"
                + " when a server died; it was left by that, or sent again",
            original,
            aside,
            arrival.path());
      }
      return true;
    } catch (IOException e) {
      if (original.equals(wanted.toAbsolutePath())) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isWhatCameIn(Path original, ArrivedFile arrived) throws IOException {
    return Files.isRegularFile(original)
        && Files.getLastModifiedTime(original).toMillis() == arrived.modified().toEpochMilli()
        && isContent(original, arrived);
  }

  private static boolean isContent(Path file, ArrivedFile arrived) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == arrived.bytes()
        && FileDigest.of(file).equals(arrived.sha256());
  }
}
