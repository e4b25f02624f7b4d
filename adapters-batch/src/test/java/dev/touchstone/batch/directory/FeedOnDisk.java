package dev.touchstone.batch.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A feed as its consumer finds it, read without the code under test. */
final class FeedOnDisk {

  private static final Pattern PATH = Pattern.compile("\"path\" : \"([^\"]*)\"");

  private final Path folder;

  FeedOnDisk(Path folder) {
    this.folder = folder;
  }

  String manifest() throws IOException {
    return Files.readString(folder.resolve("manifest.json"));
  }

  byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(folder.resolve(path));
  }

  /** The paths that the manifest names, partners first. */
  List<String> namedPaths() throws IOException {
    List<String> paths = new ArrayList<>();
    Matcher matcher = PATH.matcher(manifest());
    while (matcher.find()) {
      paths.add(matcher.group(1));
    }
    return paths;
  }

  String partners() throws IOException {
    return text(namedPaths().get(0));
  }

  String changes() throws IOException {
    return text(namedPaths().get(1));
  }

  String text(String path) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes(path)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every file by its path, with its content in a form that can be compared. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
