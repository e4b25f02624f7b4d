package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Vendors upload workbooks to a server on whose database a night has taken the sample inbox. */
class SurveyUploadIT {

  private static final String WORKBOOK = "alfa/alfa-2010-1.xlsx";

  /** The last of its vendor: sent again, it corrects nothing. */
  private static final String LATEST = "alfa/alfa-2010-2.xlsx";

  private static ServerFixture server;

  @BeforeAll
  static void takeTheSampleNight() throws IOException {
    server = ServerFixture.start();
    Path inbox = server.folder().resolve("inbox");
    copy(Path.of("src/test/resources/samples/inbox"), inbox);
    NightRun night =
        server
            .bean(NightLauncher.class)
            .run(
                new NightRequest(
                    LocalDate.of(2010, 11, 15),
                    inbox,
                    server.folder().resolve("feed"),
                    true,
                    false,
                    false,
                    false,
                    ServerFixture.NIGHTWATCH));
    assertThat(night).isInstanceOf(NightRun.Completed.class);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void rejectsTheRowsThatANightRejectsAndSaysThatTheOthersAreKnown() {
    JsonNode upload = Uploads.run(server.vendor("alfa"), Uploads.sample(LATEST));

    Map<String, Long> ofNight = rejectsOfTheNight("surveys/" + LATEST);
    assertThat(ofNight).isNotEmpty();
    assertThat(upload.path("state").asString()).isEqualTo("TAKEN");
    assertThat(rejectsOf(upload)).isEqualTo(ofNight);
    JsonNode rows = upload.path("rows");
    assertThat(rows.path("added").asLong()).isZero();
    assertThat(rows.path("superseding").asLong()).isZero();
    assertThat(rows.path("unchanged").asLong() + rows.path("rejected").asLong())
        .isEqualTo(rows.path("read").asLong());
  }

  @Test
  void takesAWorkbookIntoTheEvidenceOfTheVendorThatSignedIn() {
    String vendor = "newcomer";

    JsonNode upload = Uploads.run(server.vendor(vendor), Uploads.sample(WORKBOOK));

    assertThat(upload.path("state").asString()).isEqualTo("TAKEN");
    assertThat(upload.path("vendor").asString()).isEqualTo(vendor);
    assertThat(upload.path("fileName").asString()).isEqualTo("survey.xlsx");
    assertThat(upload.path("rows").path("added").asLong())
        .isPositive()
        .isEqualTo(responsesOf(vendor));
    assertThat(
            server
                .sql()
                .sql("SELECT DISTINCT business_date FROM survey_response WHERE vendor = :vendor")
                .param("vendor", vendor)
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.now(Clock.system(ZoneId.of("Europe/Rome"))));
    assertThat(server.program().get("/api/v1/audit?limit=500").text())
        .contains("\"survey-upload/" + upload.path("uploadId").asString() + "\"");
  }

  @Test
  void givesTheWorkbookBackWithEveryBadRowMarked() throws IOException {
    Requests vendor = server.vendor("annotated");
    JsonNode upload = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    String id = upload.path("uploadId").asString();

    Answer annotated = vendor.get(Uploads.PATH + "/" + id + "/annotated");

    assertThat(annotated.status()).isEqualTo(200);
    assertThat(annotated.header("Content-Type"))
        .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(annotated.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"annotated-" + id + ".xlsx\"");
    assertThat(outcomesIn(annotated.bytes()))
        .hasSize((int) upload.path("rows").path("rejected").asLong());
    assertThat(server.program().get(Uploads.PATH + "/" + id + "/annotated").status())
        .isEqualTo(200);
    assertThat(server.vendor("alfa").get(Uploads.PATH + "/" + id + "/annotated").status())
        .isEqualTo(404);
  }

  /** What stands below the headers of the outcome's column. */
  private static List<String> outcomesIn(byte[] workbook) throws IOException {
    List<String> outcomes = new ArrayList<>();
    try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      opened.forEach(
          sheet -> {
            int[] column = {-1};
            sheet.forEach(
                row ->
                    row.forEach(
                        cell -> {
                          String text = cell.toString();
                          if (text.equals("Esito / Outcome")) {
                            column[0] = cell.getColumnIndex();
                          } else if (cell.getColumnIndex() == column[0] && !text.isEmpty()) {
                            outcomes.add(textOf(cell));
                          }
                        }));
          });
    }
    return outcomes;
  }

  private static String textOf(Cell cell) {
    return cell.getStringCellValue();
  }

  @Test
  void aDryRunJudgesAllAndChangesNothing() {
    Requests vendor = server.vendor("careful");
    long versions = versions();

    JsonNode dryRun = Uploads.run(vendor, Uploads.sample(WORKBOOK), "dryRun", "true");

    assertThat(dryRun.path("state").asString()).isEqualTo("CHECKED");
    assertThat(dryRun.path("dryRun").asBoolean()).isTrue();
    assertThat(versions()).isEqualTo(versions);
    assertThat(count("survey_response_stage")).isZero();
    assertThat(
            vendor
                .get(Uploads.PATH + "/" + dryRun.path("uploadId").asString() + "/annotated")
                .status())
        .isEqualTo(200);

    JsonNode inEarnest = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    assertThat(inEarnest.path("state").asString()).isEqualTo("TAKEN");
    assertThat(inEarnest.path("rows")).isEqualTo(dryRun.path("rows"));
    assertThat(rejectsOf(inEarnest)).isEqualTo(rejectsOf(dryRun));
  }

  @Test
  void takesTheDryRunAlsoFromTheAddress() {
    Requests vendor = server.vendor("by-address");

    Answer answer =
        vendor.send(
            HttpRequest.newBuilder(
                    Uploads.request(vendor, Uploads.sample(WORKBOOK)), (name, value) -> true)
                .uri(URI.create(server.base() + Uploads.PATH + "?dryRun=true"))
                .build());

    assertThat(answer.json().path("dryRun").asBoolean()).isTrue();
    assertThat(Uploads.await(vendor, answer.header("Location")).path("state").asString())
        .isEqualTo("CHECKED");
  }

  @Test
  void saysThatTheSameContentCameBefore() {
    Requests vendor = server.vendor("twice");
    JsonNode first = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    long versions = versions();

    JsonNode second = Uploads.run(vendor, Uploads.sample(WORKBOOK));

    assertThat(second.path("state").asString()).isEqualTo("REPEATED");
    assertThat(second.path("repeats").asString()).isEqualTo(first.path("uploadId").asString());
    assertThat(second.path("detail").asString()).contains("came before").contains("nothing was");
    assertThat(versions()).isEqualTo(versions);
    Answer annotated =
        vendor.get(Uploads.PATH + "/" + second.path("uploadId").asString() + "/annotated");
    assertThat(annotated.status()).isEqualTo(404);
    assertThat(annotated.text()).contains("ask for that of upload");
    assertThat(Uploads.files(uploads()))
        .noneMatch(file -> file.startsWith(second.path("uploadId").asString() + "/"));
  }

  @Test
  void takesOneOfSeveralEqualOnesAtOnce() throws Exception {
    Requests vendor = server.vendor("impatient");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Set<String> taken = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    try {
      List<Callable<JsonNode>> tasks = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        tasks.add(() -> Uploads.run(vendor, Uploads.sample(WORKBOOK)));
      }
      for (Future<JsonNode> upload : threads.invokeAll(tasks)) {
        JsonNode ended = upload.get();
        if (ended.path("state").asString().equals("REPEATED")) {
          repeated.add(ended.path("repeats").asString());
        } else {
          assertThat(ended.path("state").asString()).isEqualTo("TAKEN");
          taken.add(ended.path("uploadId").asString());
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(taken).hasSize(1);
    assertThat(repeated).isEqualTo(taken);
  }

  @Test
  void showsAVendorItsOwnAndTheProgramAll() {
    Requests vendor = server.vendor("lister");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(
          0,
          Uploads.run(vendor, Uploads.sample(WORKBOOK), "dryRun", "true")
              .path("uploadId")
              .asString());
    }

    JsonNode first = vendor.get(Uploads.PATH + "?limit=2").json();
    JsonNode second =
        vendor.get(Uploads.PATH + "?limit=2&after=" + first.path("next").asString()).json();

    assertThat(idsOf(first)).isEqualTo(ids.subList(0, 2));
    assertThat(idsOf(second)).isEqualTo(ids.subList(2, 3));
    assertThat(second.has("next")).isFalse();
    assertThat(idsOf(server.program().get(Uploads.PATH + "?vendor=lister").json())).isEqualTo(ids);
    assertThat(idsOf(server.program().get(Uploads.PATH).json())).containsAll(ids);
    assertThat(vendor.get(Uploads.PATH + "?vendor=lister").status()).isEqualTo(200);
    assertThat(vendor.get(Uploads.PATH + "?vendor=alfa").status()).isEqualTo(404);
    assertThat(server.vendor("alfa").get(Uploads.PATH + "/" + ids.get(0)).status()).isEqualTo(404);
    assertThat(server.program().get(Uploads.PATH + "/" + ids.get(0)).status()).isEqualTo(200);
  }

  @Test
  void endsAnUploadThatCannotBeFinishedAndTakesTheSameContentAgain() {
    Requests vendor = server.vendor("unlucky");
    server
        .sql()
        .sql(
            """
            CREATE FUNCTION fail_for_unlucky() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$
            """)
        .update();
    server
        .sql()
        .sql(
            """
            CREATE TRIGGER unlucky BEFORE INSERT ON survey_response FOR EACH ROW
              WHEN (NEW.vendor = 'unlucky') EXECUTE FUNCTION fail_for_unlucky()
            """)
        .update();

    JsonNode failed = Uploads.run(vendor, Uploads.sample(WORKBOOK));
    server.sql().sql("DROP FUNCTION fail_for_unlucky CASCADE").update();

    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("detail").asString())
        .contains("Upload it again")
        .doesNotContain("purpose");
    assertThat(count("survey_response_stage")).isZero();
    assertThat(Uploads.files(uploads()))
        .filteredOn(file -> file.startsWith(failed.path("uploadId").asString() + "/"))
        .containsExactly(failed.path("uploadId").asString() + "/record");
    assertThat(Uploads.run(vendor, Uploads.sample(WORKBOOK)).path("state").asString())
        .isEqualTo("TAKEN");
  }

  private static Path uploads() {
    return server.folder().resolve("data/uploads");
  }

  private static List<String> idsOf(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("uploadId").asString()));
    return ids;
  }

  private static Map<String, Long> rejectsOf(JsonNode upload) {
    Map<String, Long> rejects = new TreeMap<>();
    upload
        .path("rejectedByReason")
        .properties()
        .forEach(reason -> rejects.put(reason.getKey(), reason.getValue().asLong()));
    return rejects;
  }

  private static Map<String, Long> rejectsOfTheNight(String path) {
    Map<String, Long> rejects = new TreeMap<>();
    server
        .sql()
        .sql(
            """
            SELECT r.reason, count(*) AS rejects
            FROM rejected_row r JOIN intake_file f USING (file_id)
            WHERE f.path = :path AND f.run = 1 GROUP BY r.reason
            """)
        .param("path", path)
        .query((row, number) -> rejects.put(row.getString("reason"), row.getLong("rejects")))
        .list();
    return rejects;
  }

  private static long versions() {
    return count("survey_response");
  }

  private static long responsesOf(String vendor) {
    return server
        .sql()
        .sql("SELECT count(*) FROM survey_response WHERE vendor = :vendor")
        .param("vendor", vendor)
        .query(Long.class)
        .single();
  }

  private static long count(String table) {
    return server.sql().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
