package dev.touchstone.batch.upload;

import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadStorageException;
import dev.touchstone.batch.intake.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of uploads below one folder: {@code incoming} holds what comes in, and for each upload
 * a folder, named by its number, has {@code workbook.xlsx}, {@code record} with the name of the
 * record that knows the upload, and, where rows were rejected, {@code rejected/workbook.xlsx} or,
 * where the file cannot be used, {@code rejected/workbook.xlsx.rejected.csv}. Below {@code archive}
 * stays, by date and number, what evidence came from once its time is over. The file {@code
 * folder-name} bears the name by which servers tell whether they share the folder.
 */
public final class UploadFolder implements UploadFiles {

  private static final String INCOMING = "incoming";
  private static final String WORKBOOK = "workbook.xlsx";
  private static final String ARCHIVE = "archive";
  private static final String NAME = "folder-name";
  private static final String REJECTED = "rejected";
  private static final String RECORD = "record";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final int BUFFER_BYTES = 1 << 16;

  /** How every zip archive that holds something begins. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Path root;
  private final Opener opener;
  private @Nullable String name;

  /** Uploads below a folder, which is made when the first file comes in. */
  public UploadFolder(Path root) {
    this(root, file -> FileChannel.open(file, StandardOpenOption.WRITE));
  }

  UploadFolder(Path root, Opener opener) {
    this.root = root.toAbsolutePath().normalize();
    this.opener = opener;
  }

  @Override
  public synchronized String folderName() {
    if (name == null) {
      name = readOrGiveName();
    }
    return name;
  }

  private String readOrGiveName() {
    Path file = root.resolve(NAME);
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return readOrGiveName(file, channel);
      }
    } catch (IOException e) {
      throw new UploadStorageException(
          "The folder of uploads, " + root + ", cannot be used; see touchstone.uploads", e);
    }
  }

  /** Under a lock: of several servers that start at once, one gives the name. */
  private static String readOrGiveName(Path file, FileChannel channel) throws IOException {
    FileLock lock = channel.lock();
    try {
      String found = Files.readString(file).strip();
      if (!found.isEmpty()) {
        return found;
      }
      String given = UUID.randomUUID().toString();
      write(channel, given.getBytes(StandardCharsets.US_ASCII), given.length());
      channel.force(true);
      return given;
    } finally {
      lock.release();
    }
  }

  @Override
  public long countFreeBytes() {
    folderName();
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw new UploadStorageException("Nobody can tell how much is free below " + root, e);
    }
  }

  @Override
  public Arrival receive(InputStream content) throws IOException {
    Path file = newArrival();
    boolean received = false;
    try {
      Arrival arrival = copy(content, file);
      received = true;
      return arrival;
    } finally {
      if (!received) {
        delete(file);
      }
    }
  }

  private Path newArrival() {
    try {
      return Files.createTempFile(
          Files.createDirectories(root.resolve(INCOMING)), "workbook", ".part");
    } catch (IOException e) {
      throw new UploadStorageException("No workbook can be received below " + root, e);
    }
  }

  /** Fails with an {@code IOException} where the content breaks off, not where the disk does. */
  private Arrival copy(InputStream content, Path file) throws IOException {
    MessageDigest digest = FileDigest.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    byte[] beginning = new byte[0];
    long bytes = 0;
    try (Target target = new Target(file, opener)) {
      for (int n = content.readNBytes(buffer, 0, BUFFER_BYTES);
          n > 0;
          n = content.readNBytes(buffer, 0, BUFFER_BYTES)) {
        if (bytes == 0) {
          beginning = Arrays.copyOf(buffer, Math.min(n, ZIP.length));
        }
        digest.update(buffer, 0, n);
        target.write(buffer, n);
        bytes += n;
      }
    }
    return new Arrival(
        file, bytes, HexFormat.of().formatHex(digest.digest()), Arrays.equals(beginning, ZIP));
  }

  /** A file that is written to; its failures are not to be taken for those of the sender. */
  private static final class Target implements AutoCloseable {

    private final Path file;
    private final FileChannel out;

    Target(Path file, Opener opener) {
      this.file = file;
      try {
        this.out = opener.open(file);
      } catch (IOException e) {
        throw failure(file, e);
      }
    }

    void write(byte[] buffer, int length) {
      try {
        UploadFolder.write(out, buffer, length);
      } catch (IOException e) {
        throw failure(file, e);
      }
    }

    /** What is answered for as received outlives a loss of power. */
    @Override
    public void close() {
      try (out) {
        out.force(true);
      } catch (IOException e) {
        throw failure(file, e);
      }
    }

    private static UploadStorageException failure(Path file, IOException e) {
      return new UploadStorageException(file + " cannot be written", e);
    }
  }

  private static void write(FileChannel file, byte[] buffer, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Opens files to write to. */
  @FunctionalInterface
  interface Opener {
    FileChannel open(Path file) throws IOException;
  }

  @Override
  public void discard(Arrival arrival) {
    delete(arrival.file());
  }

  @Override
  public void keep(long upload, String record, Arrival arrival) {
    try {
      Path folder = Files.createDirectories(folderOf(upload));
      Files.writeString(folder.resolve(RECORD), record);
      Files.move(arrival.file(), folder.resolve(WORKBOOK), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UploadStorageException("The workbook of upload " + upload + " cannot be kept", e);
    }
  }

  @Override
  public void remove(long upload) {
    deleteAll(folderOf(upload));
  }

  @Override
  public List<Long> listUploads() {
    Instant aDayAgo = Instant.now().minus(Duration.ofDays(1));
    return list(root).stream()
        .filter(file -> NUMBER.matcher(file.getFileName().toString()).matches())
        .filter(file -> isOlder(file, aDayAgo))
        .map(file -> Long.valueOf(file.getFileName().toString()))
        .sorted()
        .toList();
  }

  @Override
  public boolean isKeptFor(long upload, String record) {
    Path file = folderOf(upload).resolve(RECORD);
    try {
      return Files.isRegularFile(file) && Files.readString(file).equals(record);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  @Override
  public Path folderOf(long upload) {
    return root.resolve(Long.toString(upload));
  }

  @Override
  public String workbookName() {
    return WORKBOOK;
  }

  @Override
  public Optional<Path> findAnnotated(long upload) {
    return Optional.of(folderOf(upload).resolve(REJECTED).resolve(WORKBOOK))
        .filter(Files::isRegularFile);
  }

  @Override
  public void removeWorkbook(long upload) {
    delete(folderOf(upload).resolve(WORKBOOK));
  }

  @Override
  public void expire(long upload, LocalDate businessDate) {
    Path folder = folderOf(upload);
    try {
      if (Files.isRegularFile(folder.resolve(WORKBOOK))) {
        Path archive =
            Files.createDirectories(root.resolve(ARCHIVE).resolve(businessDate.toString()));
        Files.move(
            folder.resolve(WORKBOOK),
            archive.resolve(upload + ".xlsx"),
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The workbook of upload " + upload + " cannot be archived", e);
    }
    deleteAll(folder);
  }

  @Override
  public void discardStaleArrivals() {
    Instant aDayAgo = Instant.now().minus(Duration.ofDays(1));
    for (Path arrival : list(root.resolve(INCOMING))) {
      if (isOlder(arrival, aDayAgo)) {
        delete(arrival);
      }
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException kept) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  /** A report of its own form, or what a killed process left half written, goes with the rest. */
  private static void deleteAll(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      delete(folder);
      return;
    }
    list(folder).forEach(UploadFolder::deleteAll);
    delete(folder);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed", e);
    }
  }
}
