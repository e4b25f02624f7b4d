package dev.touchstone.batch.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The other file system is inside a zip. */
class WholeMoveTest {

  private static final String CONTENT = "of tonight";

  @TempDir Path folder;
  private FileSystem zip;
  private Path to;

  @BeforeEach
  void mount() throws IOException {
    URI other = URI.create("jar:" + folder.resolve("other.zip").toUri());
    zip = FileSystems.newFileSystem(other, Map.of("create", "true"));
    to = folder.resolve("archive/partners/a.csv");
  }

  @AfterEach
  void unmount() throws IOException {
    zip.close();
  }

  @Test
  void movesWithinAFileSystem() throws IOException {
    Path from = Files.writeString(folder.resolve("a.csv"), CONTENT);

    WholeMove.move(from, to);

    assertThat(to).hasContent(CONTENT);
    assertThat(from).doesNotExist();
  }

  @Test
  void movesFromAnotherFileSystemWhateverADeadProcessLeft() throws IOException {
    Path from = Files.writeString(zip.getPath("/a.csv"), CONTENT);
    Files.createDirectories(to.getParent());
    Files.writeString(to.resolveSibling(".a.csv.part"), "a longer file that was broken off");

    WholeMove.move(from, to);

    assertThat(to).hasContent(CONTENT);
    assertThat(to.getParent()).isDirectoryNotContaining(file -> !file.equals(to));
    assertThat(Files.exists(from)).isFalse();
  }

  @Test
  void showsNothingOfACopyThatFails() throws IOException {
    Path from = Files.writeString(zip.getPath("/a.csv"), CONTENT);
    Path inTheWay = Files.createDirectories(to.resolveSibling(".a.csv.part"));

    assertThatThrownBy(() -> WholeMove.move(from, to)).isInstanceOf(IOException.class);

    assertThat(to).doesNotExist();
    assertThat(inTheWay).isDirectory();
    assertThat(Files.readString(from)).isEqualTo(CONTENT);
  }

  @Test
  void copiesNothingThatCannotBeRemovedThere() {
    Path ofJava = Path.of(URI.create("jrt:/java.base/module-info.class"));

    assertThatThrownBy(() -> WholeMove.move(ofJava, to))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("it cannot be removed there");

    assertThat(to.getParent()).isEmptyDirectory();
  }

  /** Of the kernel nobody removes anything, though for root its folder says it can be written. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsNoCopyOfWhatCannotBeRemoved() {
    Path ofTheKernel = Path.of("/sys/kernel/uevent_seqnum");

    assertThatThrownBy(() -> WholeMove.move(ofTheKernel, to)).isInstanceOf(IOException.class);

    assertThat(to.getParent()).isEmptyDirectory();
  }
}
