package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Uploads that nobody should make: they end in a problem document or REJECTED, and leave nothing.
 */
class HostileUploadIT {

  private static final String WORKBOOK = "alfa/alfa-2010-1.xlsx";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no archive at all", "PK", "<?xml version=\"1.0\"?>"})
  void refusesWhatIsNoArchive(String content) {
    Answer answer =
        Uploads.upload(server.vendor("plain"), content.getBytes(StandardCharsets.UTF_8));

    assertProblem(answer, 415, "unsupported-media-type");
    assertThat(incoming()).isEmpty();
  }

  @Test
  void refusesFormsThatAreNone() {
    Requests vendor = server.vendor("forms").with("Content-Type", type("b0undary"));

    assertProblem(vendor.post(Uploads.PATH, "no parts"), 400, "invalid-request");
    assertProblem(vendor.post(Uploads.PATH, "--b0undary--\r\n"), 400, "invalid-request");
    assertProblem(
        vendor.post(Uploads.PATH, Uploads.head("a.xlsx") + "PK broken off"),
        400,
        "unreadable-body");
    assertProblem(
        vendor.post(Uploads.PATH, text("a.xlsx", "PK\3\4", "dryRun", "perhaps")),
        400,
        "invalid-request");
    assertProblem(
        vendor.post(Uploads.PATH, text("a.xlsx", "PK\3\4", "vendor", "alfa")),
        400,
        "invalid-request");
    assertProblem(
        vendor.post(Uploads.PATH, Uploads.head("a.xlsx") + "PK\3\4\r\n" + text("b.xlsx", "PK\3\4")),
        400,
        "invalid-request");
    assertProblem(vendor.post(Uploads.PATH, text("x".repeat(20_000), "PK\3\4")), 413, "too-large");
    assertProblem(
        server
            .vendor("forms")
            .with("Content-Type", "multipart/form-data")
            .post(Uploads.PATH, text("a.xlsx", "PK\3\4")),
        400,
        "unreadable-body");
    assertProblem(server.vendor("forms").post(Uploads.PATH, "{}"), 415, "unsupported-media-type");
    assertThat(incoming()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "..\\..\\evil.xlsx", "=cmd|' /C calc'!A0", "a\u202Egnp.xlsx"})
  void neverTakesANameForAPath(String name) {
    Requests vendor = server.vendor("names").with("Content-Type", type("b0undary"));

    Answer answer = vendor.post(Uploads.PATH, text(name, "PK\3\4" + name));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    JsonNode ended = Uploads.await(vendor, answer.header("Location"));
    assertThat(ended.path("state").asString()).isEqualTo("REJECTED");
    assertThat(ended.path("reason").asString()).isEqualTo("FILE_UNREADABLE");
    assertThat(ended.path("fileName").asString()).doesNotContain("..", "\\", "\u202E");
    assertThat(Uploads.files(server.folder())).noneMatch(file -> file.contains("passwd"));
  }

  @Test
  void rejectsABomb() throws IOException {
    JsonNode upload = Uploads.run(server.vendor("bomber"), bomb());

    assertThat(upload.path("state").asString()).isEqualTo("REJECTED");
    assertThat(upload.path("reason").asString()).isEqualTo("FILE_TOO_LARGE");
    assertThat(upload.path("detail").asString()).isNotEmpty();
    Answer annotated =
        server
            .vendor("bomber")
            .get(Uploads.PATH + "/" + upload.path("uploadId").asString() + "/annotated");
    assertProblem(annotated, 404, "not-found");
    assertThat(Uploads.files(uploads()))
        .doesNotContain(upload.path("uploadId").asString() + "/workbook.xlsx");
  }

  @Test
  void refusesMoreThan200MegabytesBeforeTheyCome() throws IOException {
    try (UploadConnection connection = UploadConnection.open(server, "large")) {
      connection.sendHead((201L << 20) + 1);

      assertThat(connection.status()).isEqualTo(413);
    }
    assertThat(incoming()).isEmpty();
  }

  @Test
  void refusesMoreThan200MegabytesAlsoWhereNobodySaysHowMuchComes() {
    Requests vendor = server.vendor("endless");
    InputStream form =
        new SequenceInputStream(
            new ByteArrayInputStream(
                (Uploads.head("a.xlsx") + "PK\3\4").getBytes(StandardCharsets.UTF_8)),
            new Noise((200L << 20) + 100_000));

    Answer answer =
        vendor.send(
            vendor
                .request(Uploads.PATH)
                .header("Content-Type", type("b0undary"))
                .POST(BodyPublishers.ofInputStream(() -> form))
                .build());

    assertProblem(answer, 413, "too-large");
    assertThat(incoming()).isEmpty();
  }

  /** So many bytes that no boundary is in. */
  private static final class Noise extends InputStream {

    private long left;

    Noise(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(buffer, offset, offset + count, (byte) 7);
      left -= count;
      return count;
    }
  }

  /** Two transfers are under way, of bodies that never end; nobody waits for the third one's. */
  @Test
  void refusesAThirdTransferOfAVendorBeforeItsBodyIsRead() throws IOException {
    try (UploadConnection first = UploadConnection.open(server, "busy");
        UploadConnection second = UploadConnection.open(server, "busy");
        UploadConnection third = UploadConnection.open(server, "busy");
        UploadConnection other = UploadConnection.open(server, "other")) {
      first.begin(100_000_000);
      second.begin(100_000_000);
      awaitIncoming(2);

      third.sendHead(100_000_000);

      assertThat(third.status()).isEqualTo(429);
      assertThat(third.restUpTo("\r\n\r\n")).contains("Retry-After: 60");
      other.begin(100_000_000);
      awaitIncoming(3);
    }
    awaitIncoming(0);

    Requests vendor = server.vendor("busy");
    for (int i = 0; i < 3; i++) {
      assertProblem(
          Uploads.upload(vendor, "no archive".getBytes(StandardCharsets.UTF_8)),
          415,
          "unsupported-media-type");
    }
  }

  @Test
  void strangersAndOthersAreSentAwayBeforeTheirBodyIsRead() throws IOException {
    try (UploadConnection stranger = new UploadConnection(server, "")) {
      stranger.sendHead(100_000_000);
      assertThat(stranger.status()).isEqualTo(401);
    }
    try (UploadConnection partner =
        new UploadConnection(
            server, "Authorization: Bearer " + server.tokenOfPartner("P-1") + "\r\n")) {
      partner.sendHead(100_000_000);
      assertThat(partner.status()).isEqualTo(403);
    }
    assertThat(incoming()).isEmpty();
  }

  @Test
  void survivesAThousandUploadsAtOnce() {
    byte[] workbook = Uploads.sample(WORKBOOK);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<HttpResponse<Void>>> sent = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Requests vendor = server.vendor("crowd-" + i % 10);
      // Each has content of its own; most cannot be used, and are through the sooner.
      byte[] content =
          i % 50 < 10 ? distinct(workbook, i) : ("PK\3\4" + i).getBytes(StandardCharsets.UTF_8);
      sent.add(client.sendAsync(Uploads.request(vendor, content), BodyHandlers.discarding()));
    }
    Map<Integer, Integer> statuses = new TreeMap<>();
    sent.forEach(answer -> statuses.merge(answer.join().statusCode(), 1, Integer::sum));

    assertThat(statuses.keySet()).isSubsetOf(202, 429);
    assertThat(statuses.get(202)).isPositive();
    assertThat(incoming()).isEmpty();
    assertThat(uploadsIn("'RECEIVED', 'RUNNING', 'TAKEN', 'REJECTED'"))
        .isGreaterThanOrEqualTo(statuses.get(202));
    while (uploadsIn("'RECEIVED', 'RUNNING'") > 0) {
      Uploads.pause();
    }
    assertThat(uploadsIn("'FAILED'")).isZero();
  }

  /** The same workbook with other bytes: a comment at the end of the archive. */
  private static byte[] distinct(byte[] workbook, int number) {
    byte[] comment = String.format("%08d", number).getBytes(StandardCharsets.US_ASCII);
    byte[] distinct = Arrays.copyOf(workbook, workbook.length + comment.length);
    System.arraycopy(comment, 0, distinct, workbook.length, comment.length);
    distinct[workbook.length - 2] = (byte) comment.length;
    return distinct;
  }

  private static long uploadsIn(String states) {
    return server
        .sql()
        .sql("SELECT count(*) FROM survey_upload WHERE state IN (" + states + ")")
        .query(Long.class)
        .single();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in =
            new ZipInputStream(new ByteArrayInputStream(Uploads.sample(WORKBOOK)));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(SHEET)) {
          out.write(
              ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                      + "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>")
                  .getBytes(StandardCharsets.UTF_8));
          byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 200; i++) {
            out.write(spaces);
          }
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return changed.toByteArray();
  }

  private static String text(String fileName, String content, String... fields) {
    return new String(
        Uploads.body(fileName, content.getBytes(StandardCharsets.UTF_8), fields),
        StandardCharsets.UTF_8);
  }

  private static String type(String boundary) {
    return "multipart/form-data; boundary=" + boundary;
  }

  private static Path uploads() {
    return server.folder().resolve("data/uploads");
  }

  private static List<String> incoming() {
    return Uploads.files(uploads().resolve("incoming"));
  }

  private static void awaitIncoming(int number) {
    for (int i = 0; i < 600 && incoming().size() != number; i++) {
      Uploads.pause();
    }
    assertThat(incoming()).hasSize(number);
  }

  private static void assertProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo(type);
  }
}
