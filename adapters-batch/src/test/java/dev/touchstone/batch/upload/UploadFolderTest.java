package dev.touchstone.batch.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.port.out.UploadStorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

  private static final byte[] ZIP = "PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path root;
  private UploadFolder folder;

  @BeforeEach
  void openFolder() {
    folder = new UploadFolder(root.resolve("uploads"));
  }

  @Test
  void putsAStreamOnDiskAndTellsWhatItIs() throws IOException {
    byte[] content = new byte[200_000];
    System.arraycopy(ZIP, 0, content, 0, ZIP.length);

    Arrival arrival = folder.receive(new ByteArrayInputStream(content));

    assertThat(arrival.file()).hasBinaryContent(content);
    assertThat(arrival.bytes()).isEqualTo(200_000);
    assertThat(arrival.zip()).isTrue();
    assertThat(folder.receive(new ByteArrayInputStream(content)).sha256())
        .hasSize(64)
        .isEqualTo(arrival.sha256());
  }

  @Test
  void knowsAnArchiveByItsBeginning() throws IOException {
    assertThat(receive("PK\3\4").zip()).isTrue();
    assertThat(receive("PK\3").zip()).isFalse();
    assertThat(receive("").zip()).isFalse();
    assertThat(receive("Response ID;Partner ID").zip()).isFalse();
    assertThat(receive("").sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void leavesNothingOfAStreamThatBreaksOff() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("The line is dead");
          }
        };

    assertThatIOException()
        .isThrownBy(
            () -> folder.receive(new SequenceInputStream(new ByteArrayInputStream(ZIP), broken)));
    assertThat(files()).isEmpty();
  }

  @Test
  void discardsWhatNobodyKept() throws IOException {
    Arrival discarded = receive("PK\3\4");
    Arrival kept = receive("PK\3\4");

    folder.keep(17, "mine", kept);
    folder.discard(discarded);
    folder.discard(kept);

    assertThat(files()).containsExactly("uploads/17/record", "uploads/17/workbook.xlsx");
    assertThat(folder.folderOf(17).resolve(folder.workbookName())).exists();
  }

  @Test
  void findsTheAnnotatedWorkbookWhereThereIsOne() throws IOException {
    folder.keep(17, "mine", receive("PK\3\4"));
    assertThat(folder.findAnnotated(17)).isEmpty();

    Path annotated = folder.folderOf(17).resolve("rejected/workbook.xlsx");
    Files.createDirectories(annotated.getParent());
    Files.writeString(annotated, "annotated");

    assertThat(folder.findAnnotated(17)).contains(annotated);
    folder.removeWorkbook(17);
    folder.removeWorkbook(17);
    assertThat(files()).containsExactly("uploads/17/record", "uploads/17/rejected/workbook.xlsx");
  }

  @Test
  void discardsOnlyArrivalsThatNobodySendsAnyMore() throws IOException {
    folder.keep(17, "mine", receive("PK\3\4"));
    Arrival stale = receive("PK\3\4");
    Arrival underWay = receive("PK\3\4");
    Files.setLastModifiedTime(
        stale.file(), FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    folder.discardStaleArrivals();

    assertThat(stale.file()).doesNotExist();
    assertThat(underWay.file()).exists();
    assertThat(root.resolve("uploads/17/workbook.xlsx")).exists();
  }

  @Test
  void saysThatADiskIsFullAndLeavesNothing() throws IOException {
    UploadFolder full =
        new UploadFolder(
            root.resolve("uploads"),
            file -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
    assumeTrue(Files.exists(Path.of("/dev/full")), "a device that is always full");

    assertThatExceptionOfType(UploadStorageException.class)
        .isThrownBy(() -> full.receive(new ByteArrayInputStream(new byte[200_000])));

    assertThat(files()).isEmpty();
  }

  @Test
  void bearsOneNameForAllThatShareIt() throws IOException {
    String name = folder.folderName();

    assertThat(new UploadFolder(root.resolve("uploads")).folderName()).isEqualTo(name);
    assertThat(new UploadFolder(root.resolve("others")).folderName())
        .isNotEqualTo(name)
        .isNotBlank();
    Files.delete(root.resolve("uploads/folder-name"));
    Files.delete(root.resolve("uploads"));
    Files.writeString(root.resolve("uploads"), "a file");
    assertThatExceptionOfType(UploadStorageException.class)
        .isThrownBy(() -> new UploadFolder(root.resolve("uploads")).folderName())
        .withMessageContaining("touchstone.uploads");
  }

  @Test
  void tellsHowMuchIsFree() {
    assertThat(folder.countFreeBytes()).isPositive();
  }

  @Test
  void archivesWhatEvidenceCameFromAndDeletesTheRest() throws IOException {
    folder.keep(17, "mine", receive("PK\3\4"));
    for (int upload = 17; upload <= 18; upload++) {
      Path annotated = folder.folderOf(upload).resolve("rejected/workbook.xlsx");
      Files.createDirectories(annotated.getParent());
      Files.writeString(annotated, "annotated");
    }

    for (int i = 0; i < 2; i++) {
      folder.expire(17, LocalDate.of(2010, 11, 15));
      folder.expire(18, LocalDate.of(2010, 11, 15));
    }

    assertThat(files()).containsExactly("uploads/archive/2010-11-15/17.xlsx");
    assertThat(root.resolve("uploads/archive/2010-11-15/17.xlsx")).hasContent("PK\3\4");
    assertThat(folder.folderOf(17)).doesNotExist();
  }

  @Test
  void expiresWhateverWasLeftOfAWorkbookRejectedWhole() throws IOException {
    folder.keep(17, "mine", receive("PK\3\4"));
    folder.removeWorkbook(17);
    Path rejected = Files.createDirectories(folder.folderOf(17).resolve("rejected"));
    Files.writeString(rejected.resolve("workbook.xlsx.rejected.csv"), "line;reason;detail");
    Files.writeString(rejected.resolve(".workbook.xlsx4711.tmp"), "half");

    folder.expire(17, LocalDate.of(2010, 11, 15));

    assertThat(files()).isEmpty();
    assertThat(folder.folderOf(17)).doesNotExist();
  }

  @Test
  void removesAnUploadButNothingThatALinkLeadsTo() throws IOException {
    folder.keep(17, "mine", receive("PK\3\4"));
    Path other = Files.createDirectories(root.resolve("other"));
    Files.writeString(other.resolve("kept.txt"), "kept");
    Files.createSymbolicLink(folder.folderOf(17).resolve("link"), other);

    folder.remove(17);
    folder.remove(17);

    assertThat(files()).containsExactly("other/kept.txt");
    assertThat(folder.folderOf(17)).doesNotExist();
  }

  @Test
  void tellsWhoseUploadsAreOlderThanADay() throws IOException {
    for (long upload = 17; upload <= 18; upload++) {
      folder.keep(upload, "mine", receive("PK\3\4"));
    }
    Files.createDirectories(folder.folderOf(19));
    Files.createDirectories(root.resolve("uploads/archive"));
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    for (String old : List.of("17", "19", "archive")) {
      Files.setLastModifiedTime(root.resolve("uploads").resolve(old), longAgo);
    }

    assertThat(folder.listUploads()).containsExactly(17L, 19L);
    assertThat(folder.isKeptFor(17, "mine")).isTrue();
    assertThat(folder.isKeptFor(17, "another")).isFalse();
    assertThat(folder.isKeptFor(19, "mine")).as("nobody said whose it is").isFalse();
    assertThat(new UploadFolder(root.resolve("nowhere")).listUploads()).isEmpty();
  }

  private Arrival receive(String content) throws IOException {
    return folder.receive(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
