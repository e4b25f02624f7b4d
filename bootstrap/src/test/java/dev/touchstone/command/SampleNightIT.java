package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real night on the sample inbox, against decisions and rejects computed independently. */
class SampleNightIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path folder;

  private static CommandLineFixture commands;
  private static CommandLineFixture.Outcome night;

  @BeforeAll
  static void runTheNight() {
    commands = new CommandLineFixture(folder.resolve("first"));
    commands.copySampleInbox();
    night = commands.nightly(CommandLineFixture.SAMPLE_DATE);
  }

  @AfterAll
  static void dropTheDatabase() {
    commands.close();
  }

  @Test
  void completes() {
    assertThat(night.err()).isEmpty();
    assertThat(night.exitCode()).isZero();
    assertThat(night.out()).contains("Night of 2010-11-15 complete");
  }

  @Test
  void decidesAsTheIndependentComputationDoes() throws IOException {
    List<String> expected =
        Files.readAllLines(CommandLineFixture.SAMPLES.resolve("expected/decisions.csv"));
    List<String> decisions = commands.output("decisions");
    String[] shared = expected.get(0).split(",");
    List<String> header = List.of(decisions.get(0).split(","));

    assertThat(decisions.stream().map(line -> pick(line, header, shared)))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void rejectsTheSameRowsForTheSameReasons() throws IOException {
    JsonNode expected =
        JSON.readTree(
            Files.readString(CommandLineFixture.SAMPLES.resolve("expected/rejects.json")));
    List<String> lines = new ArrayList<>();
    for (JsonNode row : expected) {
      lines.add(
          String.join(
              ",",
              row.get("file").asString(),
              row.path("sheet").asString(""),
              row.get("line").asString(),
              row.get("key").asString(),
              row.get("reason").asString()));
    }

    List<String> rejects = commands.output("rejects");
    assertThat(rejects.stream().skip(1).map(line -> line.split(",", 6)).map(SampleNightIT::places))
        .containsExactlyElementsOf(lines);
  }

  @Test
  void leavesAReportForEachFileWithRejectedRows() {
    Path rejected = commands.folder().resolve("rejected/2010-11-15");

    assertThat(rejected.resolve("partners/partners-01.csv")).content().startsWith("\uFEFFline,");
    assertThat(rejected.resolve("surveys/gamma/gamma-novembre.xlsx")).isRegularFile();
  }

  @Test
  void movesTheInboxToTheArchive() {
    assertThat(CommandLineFixture.contents(commands.inbox())).isEmpty();
    assertThat(CommandLineFixture.contents(commands.folder().resolve("archive/2010-11-15")))
        .isEqualTo(CommandLineFixture.contents(CommandLineFixture.SAMPLES.resolve("inbox")));
  }

  @Test
  void doesNothingWhenTheNightIsComplete() {
    List<String> before = CommandLineFixture.contents(commands.feed());

    CommandLineFixture.Outcome second = commands.nightly(CommandLineFixture.SAMPLE_DATE);

    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("is complete; nothing to do");
    assertThat(CommandLineFixture.contents(commands.feed())).isEqualTo(before);
  }

  @Test
  void givesTheSameBytesFromTheSameInbox() {
    try (CommandLineFixture other = new CommandLineFixture(folder.resolve("second"))) {
      other.copySampleInbox();
      assertThat(other.nightly(CommandLineFixture.SAMPLE_DATE).exitCode()).isZero();

      assertThat(CommandLineFixture.contents(other.feed()))
          .isEqualTo(CommandLineFixture.contents(commands.feed()));
      assertThat(other.output("decisions")).isEqualTo(commands.output("decisions"));
      assertThat(other.output("rejects")).isEqualTo(commands.output("rejects"));
    }
  }

  @Test
  void publishesWhatTheManifestSays() throws Exception {
    JsonNode manifest = JSON.readTree(Files.readString(commands.feed().resolve("manifest.json")));

    assertThat(manifest.get("date").asString()).isEqualTo("2010-11-15");
    assertThat(manifest.get("files")).hasSize(2);
    for (JsonNode file : manifest.get("files")) {
      byte[] bytes = Files.readAllBytes(commands.feed().resolve(file.get("path").asString()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
      assertThat(file.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(file.get("rows").asLong()).isEqualTo(linesOf(file.get("path").asString()).size());
    }
  }

  @Test
  void listsPartnersInOrderAndNothingPersonal() throws IOException {
    List<String> lines = linesOf("2010-11-15/partners.ndjson.gz");
    Set<String> personal = personalData();
    Set<String> keys = new TreeSet<>();
    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      JsonNode listing = JSON.readTree(line);
      ids.add(listing.get("partnerId").asString());
      keys.addAll(listing.propertyNames());
      for (JsonNode value : listing) {
        assertThat(personal).doesNotContain(value.asString(""));
        assertThat(value.toString()).doesNotContain("@");
      }
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(293);
    assertThat(keys)
        .containsExactlyInAnyOrder(
            "partnerId",
            "name",
            "tier",
            "tierSince",
            "legacy",
            "city",
            "province",
            "country",
            "website",
            "competencies",
            "offers");
  }

  @Test
  void explainsOneDecision() {
    CommandLineFixture.Outcome explained = commands.run("explain", "P-000012");
    CommandLineFixture.Outcome unknown = commands.run("explain", "P-NOBODY");

    assertThat(explained.out())
        .contains(
            "earns SILVER",
            "What is missing for GOLD",
            "ERP, LEARNING",
            "The shortest path to GOLD takes",
            "Outlook for SILVER:");
    JsonNode json = JSON.readTree(commands.run("explain", "P-000012", "--json").out());
    assertThat(json.propertyNames())
        .containsExactly("decision", "standing", "fallsTo", "waivers", "path", "outlook");
    assertThat(json.at("/path/steps/0/step").asString()).isNotEmpty();
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("knows no partner P-NOBODY");
  }

  private static String pick(String line, List<String> header, String[] columns) {
    String[] values = line.split(",", -1);
    List<String> picked = new ArrayList<>();
    for (String column : columns) {
      picked.add(values[header.indexOf(column)]);
    }
    return String.join(",", picked);
  }

  private static String places(String[] values) {
    return String.join(",", List.of(values).subList(0, 5));
  }

  private static List<String> linesOf(String path) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(commands.feed().resolve(path))),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** Names and addresses of persons and signatories, from the inbox itself. */
  private static Set<String> personalData() throws IOException {
    Set<String> personal = new TreeSet<>();
    Pattern address = Pattern.compile("[^,;\\s]+@[^,;\\s]+");
    Path inbox = CommandLineFixture.SAMPLES.resolve("inbox");
    for (String file : List.of("certifications/certifications-01", "references/references-01")) {
      for (String line : Files.readAllLines(inbox.resolve(file + ".csv"))) {
        address.matcher(line).results().forEach(found -> personal.add(found.group()));
        // A record that goes over lines gives no name; the others are enough.
        List<String> values = List.of(line.split(",", -1));
        int name = file.startsWith("c") ? 2 : 6;
        personal.add(values.size() > name ? values.get(name) : "");
      }
    }
    personal.remove("");
    return personal;
  }
}
