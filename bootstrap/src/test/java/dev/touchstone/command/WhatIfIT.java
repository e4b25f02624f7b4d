package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies tried on the partners of the sample, against a night that really ran under them. */
class WhatIfIT {

  private static final String DEFAULT =
      """
      policy: candidate
      version: 7
      effectiveFrom: 2010-10-30
      tiers:
        REGISTERED: []
        SUBSCRIBER:
          - toolkits: {atLeast: 1}
        SILVER:
          - certifiedPeople: {people: 2, specializations: 2, perPerson: 1}
          - references: {atLeast: 3, scope: REQUESTED}
        GOLD:
          - certifiedPeople: {people: 4, specializations: 4, perPerson: 1}
          - references: {atLeast: 5, scope: REQUESTED}
          - survey: {responses: 10, window: P12M, maxPerCustomer: 8, meanAtLeast: 7.0}
      standing:
        graceDays: 30
        legacy: {level: GOLD_CERTIFIED, holds: SILVER, until: 2011-10-30}
      """;

  @TempDir static Path folder;

  private static CommandLineFixture commands;

  @BeforeAll
  static void runTheNight() {
    commands = new CommandLineFixture(folder.resolve("program"));
    commands.copySampleInbox();
    assertThat(commands.nightly(CommandLineFixture.SAMPLE_DATE).exitCode()).isZero();
  }

  @AfterAll
  static void dropTheDatabase() {
    commands.close();
  }

  @Test
  void movesNobodyWhereNothingIsChanged() throws IOException {
    List<String> lines = whatIf(DEFAULT);

    assertThat(lines.get(0))
        .isEqualTo("partner_id,earned_now,earned_then,displayed_now,displayed_then,reason");
    assertThat(lines.subList(1, lines.size()))
        .hasSize(300)
        .isSorted()
        .allMatch(line -> line.endsWith(","));
  }

  @Test
  void decidesAsANightUnderTheCandidateDoes() throws IOException {
    String stricterAndLaxer =
        DEFAULT
            .replace("references: {atLeast: 3", "references: {atLeast: 1")
            .replace(
                "people: 4, specializations: 4, perPerson: 1",
                "people: 3, specializations: 5, perPerson: 0");
    List<String> tried = whatIf(stricterAndLaxer);

    Map<String, String> decided = decisionsUnder(stricterAndLaxer);
    List<String> now = commands.output("decisions");
    int moved = 0;
    for (int i = 1; i < tried.size(); i++) {
      String[] line = tried.get(i).split(",", 6);
      String[] before = now.get(i).split(",", -1);
      assertThat(List.of(line[0], line[1], line[3]))
          .isEqualTo(List.of(before[0], before[1], before[3]));
      assertThat(line[2] + "," + line[4]).as(line[0]).isEqualTo(decided.get(line[0]));
      boolean moves = !line[1].equals(line[2]) || !line[3].equals(line[4]);
      assertThat(line[5].isEmpty()).as(tried.get(i)).isNotEqualTo(moves);
      moved += moves ? 1 : 0;
    }
    assertThat(moved).isGreaterThan(20);
    assertThat(tried).anyMatch(line -> line.contains("no longer demanded for SILVER"));
    assertThat(tried)
        .anyMatch(line -> line.contains("not met for GOLD under the candidate: GOLD: "));
  }

  @Test
  void triesACandidateOfTheFutureAsOfTheDateWithGrace() throws IOException {
    List<String> tried =
        whatIf(
            DEFAULT
                .replace("2010-10-30", "2012-01-01")
                .replace("meanAtLeast: 7.0", "meanAtLeast: 9.9")
                .replace("until: 2011-10-30", "until: 2013-01-01"));

    assertThat(tried)
        .anyMatch(
            line ->
                line.contains(",GOLD,SILVER,GOLD,GOLD,")
                    && line.contains("GOLD is displayed until 2010-12-15 by grace"));
  }

  @Test
  void printsTheMovesAndDrawsThem() throws Exception {
    Path svg = folder.resolve("moves.svg");
    CommandLineFixture.Outcome outcome =
        run(DEFAULT.replace("meanAtLeast: 7.0", "meanAtLeast: 9.9"), "--svg", svg.toString());

    assertThat(outcome.out())
        .contains(
            "300 partners under partner-network version 1 (rows), and under the candidate candidate"
                + " version 7 (columns).",
            "Displayed tiers",
            "Earned tiers",
            "Province");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(Files.readString(svg))
        .contains("GOLD to SILVER: ")
        .contains("REGISTERED to REGISTERED: ");
    byte[] first = Files.readAllBytes(svg);
    run(DEFAULT.replace("meanAtLeast: 7.0", "meanAtLeast: 9.9"), "--svg", svg.toString());
    assertThat(Files.readAllBytes(svg)).isEqualTo(first);
  }

  @Test
  void storesNothing() throws IOException {
    Map<String, Long> before = rowCounts();

    whatIf(DEFAULT.replace("atLeast: 5", "atLeast: 2"));

    assertThat(rowCounts()).isEqualTo(before);
  }

  @Test
  void decidesUnderTheCandidateAloneBeforeAnyPolicy() throws IOException {
    CommandLineFixture.Outcome outcome = run(DEFAULT, "--date", "2010-10-29");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("300 partners under no policy (rows)");
    assertThat(Files.readAllLines(folder.resolve("whatif.csv")).stream().skip(1))
        .hasSize(300)
        .allMatch(line -> line.split(",", -1)[1].isEmpty() && line.split(",", -1)[3].isEmpty())
        .anyMatch(line -> line.contains(",SILVER,,SILVER,no policy is in force now"));
  }

  @Test
  void refusesWhatCannotBeTried() throws IOException {
    Files.deleteIfExists(folder.resolve("whatif.csv"));

    assertRefused(
        run(DEFAULT.replace("atLeast: 3", "atLeast: three")),
        "candidate.yaml, line 10, key tiers.SILVER[1].references.atLeast");
    assertRefused(
        run(DEFAULT.replace("SUBSCRIBER", "FRIEND")),
        "candidate.yaml, line 5, key tiers: candidate version 7 has the tiers",
        "must keep those of partner-network version 1");
    assertRefused(
        run(DEFAULT, "--date", "1950-01-01"),
        "No partner was registered and active on 1950-01-01.");
    assertRefused(
        commands.run(
            "whatif", "--policy", "absent.yaml", "--out", folder.resolve("whatif.csv").toString()),
        "absent.yaml");
    assertThat(folder.resolve("whatif.csv")).doesNotExist();
  }

  @Test
  void saysThatAFileCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "no folder");
    Files.deleteIfExists(folder.resolve("whatif.csv"));

    CommandLineFixture.Outcome csv =
        commands.run(
            "whatif",
            "--policy",
            Files.writeString(folder.resolve("candidate.yaml"), DEFAULT).toString(),
            "--out",
            file.resolve("whatif.csv").toString());
    CommandLineFixture.Outcome svg = run(DEFAULT, "--svg", file.resolve("moves.svg").toString());

    assertThat(List.of(csv.exitCode(), svg.exitCode())).containsOnly(1);
    assertThat(csv.err()).contains(file.toString()).hasLineCount(1);
    assertThat(svg.err()).contains(file.toString()).hasLineCount(1);
    assertThat(folder.resolve("whatif.csv")).doesNotExist();
  }

  private static void assertRefused(CommandLineFixture.Outcome outcome, String... words) {
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(words);
    assertThat(outcome.err().strip().lines()).hasSize(1);
  }

  private static List<String> whatIf(String policy) throws IOException {
    CommandLineFixture.Outcome outcome = run(policy);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return Files.readAllLines(folder.resolve("whatif.csv"));
  }

  private static CommandLineFixture.Outcome run(String policy, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("candidate.yaml"), policy);
    List<String> args =
        new ArrayList<>(
            List.of(
                "whatif",
                "--policy",
                file.toString(),
                "--out",
                folder.resolve("whatif.csv").toString()));
    args.addAll(List.of(more));
    return commands.run(args.toArray(String[]::new));
  }

  /** Earned and displayed tier of each partner where the candidate is the policy. */
  private static Map<String, String> decisionsUnder(String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("other.yaml"), policy);
    Map<String, String> tiers = new HashMap<>();
    try (CommandLineFixture other = new CommandLineFixture(folder.resolve("other"))) {
      other.copySampleInbox();
      CommandLineFixture.Outcome night =
          other.nightly(CommandLineFixture.SAMPLE_DATE, "--policy", file.toString());
      assertThat(night.exitCode()).as(night.err()).isZero();
      for (String line : other.output("decisions")) {
        String[] values = line.split(",", -1);
        tiers.put(values[0], values[1] + "," + values[3]);
      }
    }
    return tiers;
  }

  private static Map<String, Long> rowCounts() {
    JdbcClient jdbc = JdbcClient.create(commands.database().dataSource());
    Map<String, Long> counts = new HashMap<>();
    for (String table :
        jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            .query(String.class)
            .list()) {
      counts.put(table, jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
    }
    return counts;
  }
}
