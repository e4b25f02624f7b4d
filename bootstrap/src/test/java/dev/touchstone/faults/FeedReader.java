package dev.touchstone.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A consumer of the feed that looks at it all the time: what a manifest names must be there. */
final class FeedReader implements AutoCloseable {

  private final Path feed;
  private final List<String> broken = new CopyOnWriteArrayList<>();
  private final AtomicLong looks = new AtomicLong();
  private final Thread thread = new Thread(this::look, "feed reader");
  private volatile boolean closed;

  FeedReader(Path feed) {
    this.feed = feed;
    thread.start();
  }

  /** What was not as the manifest said. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  /** How many manifests were looked at. */
  long looks() {
    return looks.get();
  }

  private void look() {
    while (!closed) {
      try {
        byte[] manifest = Files.readAllBytes(feed.resolve("manifest.json"));
        for (JsonNode file : JsonMapper.shared().readTree(manifest).path("files")) {
          check(file);
        }
        looks.incrementAndGet();
      } catch (NoSuchFileException e) {
        if (looks.get() > 0) {
          broken.add("The manifest is gone");
        }
      } catch (IOException | JacksonException e) {
        broken.add(e.toString());
      }
      Faults.pause(1);
    }
  }

  private void check(JsonNode file) {
    String path = file.path("path").asString();
    try {
      byte[] content = Files.readAllBytes(feed.resolve(path));
      String digest = HexFormat.of().formatHex(sha256().digest(content));
      if (content.length != file.path("bytes").asLong()
          || !digest.equals(file.path("sha256").asString())) {
        broken.add(path + " is not what " + file + " says");
      }
    } catch (IOException e) {
      broken.add(e.toString());
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
