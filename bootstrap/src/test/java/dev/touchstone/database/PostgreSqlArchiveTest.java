package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgreSqlArchiveTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, false",
    "Linux, amd64, true",
    "Linux, aarch64, false",
    "Mac OS X, x86_64, false",
    "Mac OS X, aarch64, false",
    "Windows 11, amd64, false"
  })
  void bringsProgramsForTheCommonPlatforms(String osName, String osArch, boolean alpine) {
    assertThat(PostgreSqlArchive.forPlatform(osName, osArch, alpine)).isNotNull();
  }

  @Test
  void rejectsPlatformWithoutProgramsAndSaysWhatToDo() {
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> PostgreSqlArchive.forPlatform("Linux", "riscv64", false))
        .withMessageContaining("riscv64")
        .withMessageContaining("spring.datasource.url");
  }

  @Test
  void unpacksOnceAndKeepsProgramsRunnable(@TempDir Path parent) throws IOException {
    PostgreSqlArchive archive = PostgreSqlArchive.forPlatform("Linux", "amd64", false);

    Path first = archive.unpackUnder(parent);

    assertThat(first.resolve("bin/postgres")).isExecutable();
    assertThat(first.resolve("lib/libpq.so.5")).isSymbolicLink().exists();
    assertThat(archive.unpackUnder(parent)).isEqualTo(first);
    assertThat(parent).isDirectoryNotContaining(path -> !path.equals(first));
  }
}
