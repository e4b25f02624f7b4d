package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {

  @TempDir Path dataDirectory;

  @Test
  void readsProcessAndPort() throws IOException {
    write("4711\n/data\n1795511168\n54999\n\n127.0.0.1\n  2146422         4\nready   \n");

    assertThat(PostmasterPid.read(dataDirectory)).contains(new PostmasterPid(4711, 54999));
  }

  @Test
  void findsNoServerWithoutFile() throws IOException {
    assertThat(PostmasterPid.read(dataDirectory)).isEmpty();
  }

  @Test
  void findsNoServerInUnfinishedFile() throws IOException {
    write("4711\n/data\n");

    assertThat(PostmasterPid.read(dataDirectory)).isEmpty();
  }

  @Test
  void takesNoOtherLiveProcessForTheServer() {
    PostmasterPid thisJvm = new PostmasterPid(ProcessHandle.current().pid(), 54999);

    assertThat(thisJvm.isServerOf(dataDirectory)).isFalse();
  }

  private void write(String content) throws IOException {
    Files.writeString(dataDirectory.resolve(PostmasterPid.FILE_NAME), content);
  }
}
