package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path programs;

  @TempDir Path dataRoot;

  @BeforeAll
  static void skipWherePostgreSqlCannotRun() {
    Platform.requirePostgreSql();
  }

  /** One unpacking serves all tests. */
  @BeforeEach
  void shareThePrograms() throws IOException {
    Files.createSymbolicLink(dataRoot.resolve("programs"), programs);
  }

  @AfterEach
  void leaveNothingBehind() throws IOException {
    PostmasterPid.read(dataRoot.resolve("postgresql"))
        .filter(server -> server.isServerOf(dataRoot.resolve("postgresql")))
        .ifPresent(this::killServer);
    Files.delete(dataRoot.resolve("programs"));
  }

  @Test
  void isDurableAndListensOnLoopbackOnly() {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(Notes.show(server, "fsync")).isEqualTo("on");
      assertThat(Notes.show(server, "synchronous_commit")).isEqualTo("on");
      assertThat(Notes.show(server, "full_page_writes")).isEqualTo("on");
      assertThat(Notes.show(server, "data_checksums")).isEqualTo("on");
      assertThat(Notes.show(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Notes.show(server, "unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void comparesTextByCodePointAndFoldsAccentedLetters() {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(Notes.show(server, "server_encoding")).isEqualTo("UTF8");
      assertThat(
              Notes.client(server)
                  .sql("SELECT string_agg(v, '' ORDER BY v) FROM unnest('{a,é,B}'::text[]) v")
                  .query(String.class)
                  .single())
          .isEqualTo("Baé");
      assertThat(Notes.client(server).sql("SELECT lower('É')").query(String.class).single())
          .isEqualTo("é");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws IOException {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(dataRoot.resolve("postgresql.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void keepsItsDataBetweenRuns() {
    long firstPid;
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      firstPid = server.pid();
      Notes.add(server, "kept");
    }
    assertIsGone(firstPid);

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(server.pid()).isNotEqualTo(firstPid);
      assertThat(Notes.list(server)).containsExactly("kept");
    }
  }

  @Test
  void adoptsTheServerOfKilledProcess() throws Exception {
    EmbeddedPostgreSqlProcess other = EmbeddedPostgreSqlProcess.start(dataRoot, "before the kill");
    other.kill();
    PostmasterPid orphan = runningServer();

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(server.pid()).isEqualTo(orphan.pid());
      assertThat(server.jdbcUrl()).contains(":" + orphan.port() + "/");
      assertThat(Notes.list(server)).containsExactly("before the kill");
    }
    assertIsGone(orphan.pid());
  }

  @Test
  void recoversWhenTheServerWasKilledToo() throws Exception {
    EmbeddedPostgreSqlProcess other = EmbeddedPostgreSqlProcess.start(dataRoot, "before the kill");
    other.kill();
    PostmasterPid killed = runningServer();
    killServer(killed);
    assertThat(pidFile()).exists();

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(server.pid()).isNotEqualTo(killed.pid());
      assertThat(Notes.list(server)).containsExactly("before the kill");
      assertThat(log()).contains("automatic recovery in progress");
    }
  }

  @Test
  void startsWhenAnotherProcessNowBearsTheKilledServersId() throws Exception {
    EmbeddedPostgreSqlProcess other = EmbeddedPostgreSqlProcess.start(dataRoot, "before the kill");
    other.kill();
    PostmasterPid killed = runningServer();
    killServer(killed);
    List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.ISO_8859_1);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile(), lines, StandardCharsets.ISO_8859_1);

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(Notes.list(server)).containsExactly("before the kill");
    }
  }

  @Test
  void leavesTheServerToOtherProcesses() throws Exception {
    EmbeddedPostgreSql mine = EmbeddedPostgreSql.start(dataRoot);
    try (EmbeddedPostgreSqlProcess other = EmbeddedPostgreSqlProcess.start(dataRoot, "from it")) {
      assertThat(Notes.list(mine)).containsExactly("from it");

      mine.close();

      assertThat(other.isAlive()).isTrue();
      assertThat(runningServer().pid()).isEqualTo(mine.pid());
      assertThat(Notes.list(mine)).containsExactly("from it");
    }
    assertIsGone(mine.pid());
  }

  @Test
  void outlivesOtherProcessesThatClose() throws Exception {
    try (EmbeddedPostgreSql mine = EmbeddedPostgreSql.start(dataRoot)) {
      EmbeddedPostgreSqlProcess.start(dataRoot, "from it").close();

      assertThat(Notes.list(mine)).containsExactly("from it");
    }
  }

  @Test
  void stopsWithTheLastUserOfOneProcess() {
    EmbeddedPostgreSql first = EmbeddedPostgreSql.start(dataRoot);
    try (EmbeddedPostgreSql second = EmbeddedPostgreSql.start(dataRoot)) {
      assertThat(second.pid()).isEqualTo(first.pid());

      first.close();
      first.close();

      Notes.add(second, "still there");
      assertThat(Notes.list(second)).containsExactly("still there");
    }
    assertIsGone(first.pid());
  }

  @Test
  void closesQuietlyWhenTheServerIsGoneAlready() throws Exception {
    EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot);
    killServer(runningServer());

    server.close();

    assertThat(ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void createsItsDataWholeAfterAnInterruptedFirstStart() throws IOException {
    Path unfinished = Files.createDirectory(dataRoot.resolve("postgresql.unfinished"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18");

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(dataRoot)) {
      Notes.add(server, "whole");
    }

    assertThat(unfinished).doesNotExist();
  }

  @Test
  void refusesDataOfAnotherMajorVersionAndNamesBoth() throws IOException {
    EmbeddedPostgreSql.start(dataRoot).close();
    Files.writeString(dataRoot.resolve("postgresql/PG_VERSION"), "17\n");

    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> EmbeddedPostgreSql.start(dataRoot))
        .withMessageContaining("incompatible")
        .withMessageContaining("version 17")
        .withMessageContaining(dataRoot.toRealPath().toString());
  }

  @Test
  void saysWhichDirectoryItCannotUse() throws IOException {
    Path file = Files.createFile(dataRoot.resolve("file"));

    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> EmbeddedPostgreSql.start(file))
        .withMessageContaining(file.toString())
        .withMessageContaining("touchstone.data");
  }

  @Test
  void saysWhichFileIsMissingWhenThePasswordIsLost() throws IOException {
    EmbeddedPostgreSql.start(dataRoot).close();
    Files.delete(dataRoot.resolve("postgresql.password"));

    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> EmbeddedPostgreSql.start(dataRoot))
        .withMessageContaining("postgresql.password");
    assertThat(pidFile()).doesNotExist();
  }

  private Path pidFile() {
    return dataRoot.resolve("postgresql").resolve(PostmasterPid.FILE_NAME);
  }

  private String log() throws IOException {
    return Files.readString(dataRoot.resolve("postgresql.log"), StandardCharsets.ISO_8859_1);
  }

  private PostmasterPid runningServer() throws IOException {
    PostmasterPid server = PostmasterPid.read(dataRoot.resolve("postgresql")).orElseThrow();
    assertThat(server.isServerOf(dataRoot.resolve("postgresql"))).isTrue();
    return server;
  }

  private void killServer(PostmasterPid server) {
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    assertIsGone(server.pid());
  }

  /** A process that has ended may still have to be reaped; a server's program is gone by then. */
  private void assertIsGone(long pid) {
    Deadline deadline = Deadline.in(PATIENCE);
    while (new PostmasterPid(pid, 0).isServerOf(dataRoot.resolve("postgresql"))) {
      assertThat(deadline.hasPassed()).as("server %d still runs", pid).isFalse();
      Deadline.pause();
    }
  }
}
