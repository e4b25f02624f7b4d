package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Damaged workbooks by the hundred, or by the ten thousand with {@code -Dtouchstone.faults=full}:
 * each ends in rows or in a reason, and each with rows can be given back annotated. They are tried
 * in a process with a small heap, one after the other, and none may hang. {@code
 * -Dtouchstone.faults.seed=N} tries the one of that seed alone, and leaves it in {@code
 * target/mutants}.
 */
class DamagedWorkbooksTest {

  private static final String SEED = System.getProperty("touchstone.faults.seed", "");
  private static final boolean FULL = "full".equals(System.getProperty("touchstone.faults"));

  /** A workbook within the limits of editing takes more than half of it. */
  private static final String HEAP = "-Xmx192m";

  @TempDir Path folder;

  @Test
  void endInRowsOrInAReason() throws Exception {
    String out =
        SEED.isEmpty()
            ? tryMutants(folder, 1, FULL ? 10_000 : 500)
            : tryMutants(emptied(Path.of("target/mutants")), Long.parseLong(SEED), 1);

    assertThat(out).contains("Endings: {");
    assertThat(out.lines().filter(line -> line.startsWith("seed ")).toList()).as(out).isEmpty();
    if (SEED.isEmpty()) {
      // Else the mutator would not reach what is behind the damage.
      assertThat(out).contains("ROWS=", "FILE_UNREADABLE=", "FILE_TOO_LARGE=");
    }
    System.out.println("Damaged workbooks: " + out.strip());
  }

  private static Path emptied(Path folder) throws IOException {
    FileSystemUtils.deleteRecursively(folder);
    return folder;
  }

  private static String tryMutants(Path folder, long first, int count)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Stream.of(
                        List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            HEAP,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MutantRun.class.getName()),
                        List.of(folder.toString(), "" + first, "" + count))
                    .flatMap(List::stream)
                    .toList())
            // What the parsers say of bad files.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
