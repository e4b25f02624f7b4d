package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    Path target = Files.writeString(folder.resolve("a.xlsx"), "before");

    AtomicFile.write(target, out -> out.write('x'));

    assertThat(target).hasContent("x");
    assertThat(folder.toFile().list()).containsExactly("a.xlsx");
  }

  @Test
  void keepsTheFileThatIsThereWhenWritingFails() throws IOException {
    Path target = Files.writeString(folder.resolve("a.xlsx"), "before");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write('x');
                      throw new IOException("no space");
                    }))
        .hasMessage("no space");

    assertThat(target).hasContent("before");
    assertThat(folder.toFile().list()).containsExactly("a.xlsx");
  }

  @Test
  void deletesWhatADeadProcessLeftOfTheSameFileAlone() throws IOException {
    Files.writeString(folder.resolve(".a.xlsx8123456.tmp"), "half");
    Files.writeString(folder.resolve(".a.xlsx.b8123456.tmp"), "another's");
    Files.writeString(folder.resolve("a.xlsx.tmp"), "a person's");

    AtomicFile.write(folder.resolve("a.xlsx"), out -> out.write('x'));

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("a.xlsx", ".a.xlsx.b8123456.tmp", "a.xlsx.tmp");
  }
}
