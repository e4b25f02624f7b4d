package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Uploads of survey workbooks, as vendors make them. */
final class Uploads {

  static final String PATH = "/api/v1/surveys/workbooks";

  private static final Path SAMPLES = Path.of("src/test/resources/samples/inbox/surveys");
  private static final Set<String> OPEN = Set.of("RECEIVED", "RUNNING");
  private static final int POLLS = 1_200;

  private Uploads() {}

  /** A sample workbook, as {@code vendor/name}. */
  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(SAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads a workbook. */
  static Answer upload(Requests vendor, byte[] workbook, String... fields) {
    return vendor.send(request(vendor, workbook, fields));
  }

  /** The request of an upload; fields go before the file, as name and value. */
  static HttpRequest request(Requests vendor, byte[] workbook, String... fields) {
    return vendor
        .request(PATH)
        .header("Content-Type", "multipart/form-data; boundary=b0undary")
        .POST(BodyPublishers.ofByteArray(body("survey.xlsx", workbook, fields)))
        .build();
  }

  static byte[] body(String fileName, byte[] workbook, String... fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      write(
          body,
          "--b0undary\r\nContent-Disposition: form-data; name=\""
              + fields[i]
              + "\"\r\n\r\n"
              + fields[i + 1]
              + "\r\n");
    }
    write(body, head(fileName));
    body.writeBytes(workbook);
    write(body, "\r\n--b0undary--\r\n");
    return body.toByteArray();
  }

  /** What stands before the file's content. */
  static String head(String fileName) {
    return "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Uploads a workbook that is received, and waits for its end. */
  static JsonNode run(Requests vendor, byte[] workbook, String... fields) {
    Answer answer = upload(vendor, workbook, fields);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return await(vendor, answer.header("Location"));
  }

  /** Waits for the end of an upload. */
  static JsonNode await(Requests caller, String location) {
    for (int i = 0; i < POLLS; i++) {
      Answer answer = caller.get(location);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      if (!OPEN.contains(answer.json().path("state").asString())) {
        return answer.json();
      }
      pause();
    }
    throw new AssertionError(location + " does not end");
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All files below the folder of uploads, as paths below it. */
  static List<String> files(Path uploads) {
    if (!Files.isDirectory(uploads)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(uploads)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> uploads.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
