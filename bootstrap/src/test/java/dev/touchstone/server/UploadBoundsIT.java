package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.port.out.UploadFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What uploads may take of time and room, and what is kept of them where, and for how long. */
class UploadBoundsIT {

  private static final String WORKBOOK = "alfa/alfa-2010-1.xlsx";

  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server =
        ServerFixture.start(
            "touchstone.upload.resume-every=100ms",
            "touchstone.upload.keep-files=1h",
            "touchstone.upload.quota=250MB",
            "touchstone.upload.slowest=1MB",
            "touchstone.upload.patience=1s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void goesOnWithWhatCouldNotBeRunOnceTheDatabaseCanBeUsed() {
    Requests vendor = server.vendor("patient");
    server
        .sql()
        .sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$
            """)
        .update();
    server
        .sql()
        .sql(
            """
            CREATE TRIGGER refuse BEFORE UPDATE ON survey_upload FOR EACH ROW
              WHEN (NEW.vendor = 'patient') EXECUTE FUNCTION refuse()
            """)
        .update();
    String location = Uploads.upload(vendor, Uploads.sample(WORKBOOK)).header("Location");
    // The only worker is through with it when it is through with another one.
    Uploads.run(server.vendor("next"), Uploads.sample(WORKBOOK));
    assertThat(vendor.get(location).json().path("state").asString()).isEqualTo("RECEIVED");

    server.sql().sql("DROP FUNCTION refuse CASCADE").update();

    assertThat(Uploads.await(vendor, location).path("state").asString()).isEqualTo("TAKEN");
  }

  @Test
  void refusesWhatIsTooMuchForAVendorBeforeItComes() throws IOException {
    record("hoarder", "TAKEN", 100_000_000, server.bean(UploadFiles.class).folderName());

    try (UploadConnection connection = UploadConnection.open(server, "hoarder")) {
      connection.sendHead(180_000_000);

      assertThat(connection.status()).isEqualTo(507);
      assertThat(connection.restUpTo("}"))
          .contains("Retry-After: 3600", "urn:touchstone:problem:insufficient-storage")
          .contains("kept of your workbooks");
    }
  }

  @Test
  void leavesRoomOnTheDisk() throws IOException {
    try (ServerFixture full = ServerFixture.start("touchstone.upload.free-space=100000GB");
        UploadConnection connection = UploadConnection.open(full, "alfa")) {
      connection.sendHead(1_000_000);

      assertThat(connection.status()).isEqualTo(507);
      assertThat(connection.restUpTo("}")).contains("too little room on the server's disk");
      assertThat(Uploads.files(full.folder().resolve("data/uploads/incoming"))).isEmpty();
    }
  }

  @Test
  void saysThatTheDiskDoesNotTakeIt() throws IOException {
    Uploads.run(server.vendor("disk"), Uploads.sample(WORKBOOK));
    Path incoming = uploads().resolve("incoming");
    Files.delete(incoming);
    Files.writeString(incoming, "no folder");
    Answer answer;
    try {
      answer = Uploads.upload(server.vendor("disk"), Uploads.sample(WORKBOOK), "dryRun", "true");
    } finally {
      Files.delete(incoming);
    }

    assertThat(answer.status()).as(answer.toString()).isEqualTo(507);
    assertThat(answer.problem()).isEqualTo("insufficient-storage");
    assertThat(answer.text()).contains("disk does not take").doesNotContain("incoming");
    assertThat(Uploads.run(server.vendor("disk"), Uploads.sample(WORKBOOK), "dryRun", "true"))
        .isNotNull();
  }

  @Test
  void cutsOffWhoeverSendsTooSlowly() throws IOException {
    try (UploadConnection connection = UploadConnection.open(server, "slow")) {
      connection.begin(100_000_000);
      await(() -> !incoming().isEmpty());

      for (int i = 0; i < 1_200 && !connection.isAnswered(); i++) {
        connection.write("x");
        Uploads.pause();
      }

      assertThat(connection.status()).isEqualTo(408);
      assertThat(incoming()).isEmpty();
      assertThat(connection.isClosedDuringTrickle()).isTrue();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(
              Uploads.upload(server.vendor("slow"), "none".getBytes(StandardCharsets.UTF_8))
                  .status())
          .isEqualTo(415);
    }
  }

  @Test
  void givesUpFilesWhenTheirTimeIsOverAndArchivesWhatWasTaken() {
    Requests vendor = server.vendor("archived");
    JsonNode upload = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    String id = upload.path("uploadId").asString();
    String path = Uploads.PATH + "/" + id;
    assertThat(vendor.get(path + "/annotated").status()).isEqualTo(200);

    endHoursAgo(id);
    await(() -> vendor.get(path).json().has("filesGoneAt"));

    JsonNode later = vendor.get(path).json();
    assertThat(later.path("state").asString()).isEqualTo("TAKEN");
    assertThat(later.path("rows")).isEqualTo(upload.path("rows"));
    assertThat(later.path("rejectedByReason")).isEqualTo(upload.path("rejectedByReason"));
    Answer annotated = vendor.get(path + "/annotated");
    assertThat(annotated.status()).isEqualTo(410);
    assertThat(annotated.problem()).isEqualTo("gone");
    String archived = "archive/" + upload.path("businessDate").asString() + "/" + id + ".xlsx";
    assertThat(Uploads.files(uploads()))
        .contains(archived)
        .noneMatch(file -> file.startsWith(id + "/"));
    assertThat(uploads().resolve(archived)).hasBinaryContent(Uploads.sample(WORKBOOK));
  }

  @Test
  void leavesAloneWhatLiesInAnotherServersFolder() {
    Requests vendor = server.vendor("travelling");
    JsonNode upload = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    String id = upload.path("uploadId").asString();
    moveElsewhere(id);
    endHoursAgo(id);
    long waiting = record("travelling", "RECEIVED", 1, "elsewhere");

    // Several rounds of the timer.
    Uploads.run(server.vendor("meanwhile"), Uploads.sample(WORKBOOK));
    Uploads.run(server.vendor("meanwhile"), Uploads.sample(WORKBOOK), "dryRun", "true");

    Answer annotated = vendor.get(Uploads.PATH + "/" + id + "/annotated");
    assertThat(annotated.status()).isEqualTo(503);
    assertThat(annotated.problem()).isEqualTo("unavailable");
    assertThat(annotated.text()).contains("another server");
    assertThat(vendor.get(Uploads.PATH + "/" + id).json().has("filesGoneAt")).isFalse();
    assertThat(Uploads.files(uploads())).contains(id + "/workbook.xlsx");
    assertThat(vendor.get(Uploads.PATH + "/" + waiting).json().path("state").asString())
        .isEqualTo("RECEIVED");
  }

  @Test
  void letsTheProgramGiveUpWhatLiesWithALostServer() {
    Requests vendor = server.vendor("bereft");
    long lost = record("bereft", "RECEIVED", 1, "lost");
    String path = Uploads.PATH + "/" + lost;
    String correction = Uploads.upload(vendor, Uploads.sample(WORKBOOK)).header("Location");
    Uploads.run(server.vendor("after-bereft"), Uploads.sample(WORKBOOK));
    assertThat(vendor.get(correction).json().path("state").asString())
        .as("the older one is first")
        .isEqualTo("RECEIVED");
    assertThat(server.program().post(correction + "/abandonment", null).status()).isEqualTo(409);
    assertThat(vendor.post(path + "/abandonment", null).status()).isEqualTo(403);

    Answer abandoned = server.program().post(path + "/abandonment", null);

    assertThat(abandoned.status()).as(abandoned.toString()).isEqualTo(200);
    assertThat(abandoned.json().path("state").asString()).isEqualTo("FAILED");
    assertThat(Uploads.await(vendor, correction).path("state").asString()).isEqualTo("TAKEN");
    assertThat(server.program().post(path + "/abandonment", null).status()).isEqualTo(409);
    assertThat(server.program().get("/api/v1/audit").text())
        .contains("ABANDON_SURVEY_UPLOAD", "survey-upload/" + lost);
  }

  private static void endHoursAgo(String id) {
    server
        .sql()
        .sql(
            "UPDATE survey_upload SET ended_at = ended_at - interval '2 hours' WHERE upload_id = :id")
        .param("id", Long.valueOf(id))
        .update();
  }

  private static void moveElsewhere(String id) {
    server
        .sql()
        .sql("UPDATE survey_upload SET folder = 'elsewhere' WHERE upload_id = :id")
        .param("id", Long.valueOf(id))
        .update();
  }

  private static long record(String vendor, String state, long bytes, String folder) {
    return server
        .sql()
        .sql(
            """
            INSERT INTO survey_upload (vendor, file_name, bytes, sha256, business_date, dry_run,
              state, received_at, ended_at, folder)
            VALUES (:vendor, 'a.xlsx', :bytes, repeat('a', 64), '2010-11-15', false,
              :state, now(), CASE WHEN :state = 'TAKEN' THEN now() END, :folder)
            RETURNING upload_id
            """)
        .param("vendor", vendor)
        .param("bytes", bytes)
        .param("state", state)
        .param("folder", folder)
        .query(Long.class)
        .single();
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 1_200 && !condition.getAsBoolean(); i++) {
      Uploads.pause();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static Path uploads() {
    return server.folder().resolve("data/uploads");
  }

  private static List<String> incoming() {
    return Uploads.files(uploads().resolve("incoming"));
  }
}
