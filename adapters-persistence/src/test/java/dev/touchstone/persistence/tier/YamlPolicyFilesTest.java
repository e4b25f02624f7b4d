package dev.touchstone.persistence.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.application.program.ProgramFilePlace;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.IntegrityTerms;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.StandingTerms;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.tier.TierRequirement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlPolicyFilesTest {

  private static final String POLICY =
      """
      policy: p
      version: 1
      effectiveFrom: 2010-10-30
      tiers:
        LOW: []
        HIGH:
          - references: {atLeast: 3}
          - survey: {responses: 10, window: P12M, maxPerCustomer: 8}
      standing:
        graceDays: 30
        legacy: {level: GOLD_CERTIFIED, holds: HIGH, until: 2011-10-30}
      """;

  private final YamlPolicyFiles files = new YamlPolicyFiles();

  @TempDir Path folder;

  @Test
  void readsTheDefaultPolicy() {
    assertThat(files.readDefault().policy())
        .isEqualTo(
            new TierPolicy(
                new PolicyVersion("partner-network", 1),
                LocalDate.of(2010, 10, 30),
                true,
                List.of(
                    new TierRequirement(new Tier("REGISTERED"), List.of()),
                    new TierRequirement(new Tier("SUBSCRIBER"), List.of(new Criterion.Toolkits(1))),
                    new TierRequirement(
                        new Tier("SILVER"),
                        List.of(
                            new Criterion.CertifiedPeople(2, 2, 1),
                            new Criterion.References(3, Criterion.Scope.REQUESTED, false, null))),
                    new TierRequirement(
                        new Tier("GOLD"),
                        List.of(
                            new Criterion.CertifiedPeople(4, 4, 1),
                            new Criterion.References(5, Criterion.Scope.REQUESTED, false, null),
                            new Criterion.Survey(
                                10, Period.ofMonths(12), 8, new BigDecimal("7.0"))))),
                new StandingTerms(
                    30,
                    new LegacyRight(
                        LegacyLevel.GOLD_CERTIFIED, new Tier("SILVER"), LocalDate.of(2011, 10, 30)),
                    BigDecimal.valueOf(5)),
                new IntegrityTerms(3)));
  }

  @Test
  void keepsTheTextAndTheLinesOfTheKeys() throws IOException {
    PolicyFile file = files.read(write("one.yaml", "# perché\n" + POLICY));

    assertThat(file.text()).isEqualTo("# perché\n" + POLICY);
    assertThat(file.placeOf("version")).isEqualTo(new ProgramFilePlace("one.yaml", 3, "version"));
    assertThat(file.placeOf("effectiveFrom").sentence("is wrong"))
        .isEqualTo("one.yaml, line 4, key effectiveFrom: is wrong.");
  }

  @Test
  void readsEveryKnob() throws IOException {
    String knobs =
        POLICY
            .replace(
                "{atLeast: 3}",
                "{atLeast: 3, scope: EACH_ASSIGNED, distinctCustomers: true, validFor: P2Y}\n"
                    + "    - certifiedPeople: {people: 2, specializations: 3, perPerson: 0}\n"
                    + "    - team: {people: 4}\n    - toolkits: {atLeast: 2}")
            .replace("tiers:", "cumulative: false\ntiers:")
            .replace("graceDays: 30", "graceDays: 0\n  stopAbove: 7.25")
            .concat("integrity: {referencesPerSignatory: 4}\n");
    TierPolicy policy = files.read(write("knobs.yaml", knobs)).policy();

    assertThat(policy.cumulative()).isFalse();
    assertThat(policy.tiers().get(1).criteria())
        .contains(
            new Criterion.References(3, Criterion.Scope.EACH_ASSIGNED, true, Period.ofYears(2)),
            new Criterion.CertifiedPeople(2, 3, 0),
            new Criterion.Team(4),
            new Criterion.Toolkits(2));
    assertThat(policy.standing().graceDays()).isZero();
    assertThat(policy.standing().stopAbove()).isEqualTo("7.25");
    assertThat(policy.integrity()).isEqualTo(new IntegrityTerms(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy: p | policy: | 1 | policy | has no value",
        "policy: p | 'policy: \"a\\\\tb\"' | 1 | policy | one line",
        "policy: p | polcy: p | 1 | '' | lacks the key policy",
        "version: 1 | version: one | 2 | version | whole number",
        "version: 1 | version: 0 | 2 | version | 1 or more",
        "2010-10-30 | 30.10.2010 | 3 | effectiveFrom | yyyy-MM-dd",
        "2010-10-30 | +12010-10-30 | 3 | effectiveFrom | yyyy-MM-dd",
        "2010-10-30 | 2010-02-30 | 3 | effectiveFrom | yyyy-MM-dd",
        "LOW: [] | 'LOW: [team: {people: 1}]' | 5 | tiers.LOW | lowest tier",
        "{atLeast: 3} | {atLeast: 3, scop: REQUESTED} | 7 | tiers.HIGH[0].references.scop | not known",
        "{atLeast: 3} | {atLeast: 3, scope: ALL} | 7 | tiers.HIGH[0].references.scope | REQUESTED, ASSIGNED",
        "{atLeast: 3} | {atLeast: 3, scope: ASSIGNED} | 7 | tiers.HIGH[0] | certifiedPeople",
        "{atLeast: 3} | {atLeast: 3, validFor: 2 years} | 7 | tiers.HIGH[0].references.validFor | P12M",
        "references: {atLeast: 3} | 'survey: {responses: 1, window: P1M, maxPerCustomer: 1}' | 8 | tiers.HIGH[1] | second criterion",
        "references: {atLeast: 3} | 'medals: {atLeast: 3}' | 7 | tiers.HIGH[0].medals | no criterion",
        "'window: P12M, ' | '' | 8 | tiers.HIGH[1].survey | lacks the key window",
        "maxPerCustomer: 8 | 'maxPerCustomer: 8, meanAtLeast: 11' | 8 | tiers.HIGH[1].survey.meanAtLeast | from 1 to 10",
        "graceDays: 30 | graceDays: -1 | 10 | standing.graceDays | 0 to 36525",
        "level: GOLD_CERTIFIED | level: PLATINUM | 11 | standing.legacy.level | GOLD_CERTIFIED",
        "holds: HIGH | holds: HIGHEST | 11 | standing.legacy.holds | no tier",
        "2011-10-30 | 2010-10-30 | 11 | standing.legacy.until | must be after",
        "version: 1 | 'version: 1\npolicy: q' | 3 | policy | twice",
        "version: 1 | 'colour: red\nversion: 1' | 2 | colour | not known",
        "policy: p | 'policy: [' | 3 | '' | no valid YAML",
        "2010-10-30 | 2010-02-30 | 3 | effectiveFrom | yyyy-MM-dd",
        "2010-10-30 | 2010-10-30T00:00:00Z | 3 | effectiveFrom | yyyy-MM-dd",
        "tiers: | 'cumulative: yes\ntiers:' | 4 | cumulative | true or false",
        "{atLeast: 3} | {} | 7 | tiers.HIGH[0].references | lacks the key atLeast",
        "{atLeast: 3} | {atLeast: 0} | 7 | tiers.HIGH[0].references.atLeast | 1 or more",
        "{atLeast: 3} | {atLeast: 3.5} | 7 | tiers.HIGH[0].references.atLeast | whole number",
        "{atLeast: 3} | {atLeast: 3, atLeast: 4} | 7 | tiers.HIGH[0].references.atLeast | twice",
        "{atLeast: 3} | {atLeast: 3, distinctCustomers: maybe} | 7 | tiers.HIGH[0].references.distinctCustomers | true or false",
        "{atLeast: 3} | {atLeast: 3, validFor: P0D} | 7 | tiers.HIGH[0].references.validFor | P12M",
        "{atLeast: 3} | {atLeast: 3, validFor: P2000000000Y} | 7 | tiers.HIGH[0].references.validFor | P12M",
        "window: P12M | window: P-1M | 8 | tiers.HIGH[1].survey.window | P12M",
        "window: P12M | window: P999999999Y | 8 | tiers.HIGH[1].survey.window | P12M",
        "maxPerCustomer: 8 | 'maxPerCustomer: 8, meanAtLeast: good' | 8 | tiers.HIGH[1].survey.meanAtLeast | from 1 to 10",
        "maxPerCustomer: 8 | 'maxPerCustomer: 8, meanAtLeast: 1e999999999' | 8 | tiers.HIGH[1].survey.meanAtLeast | from 1 to 10",
        "references: {atLeast: 3} | 'certifiedPeople: {people: 1, specializations: 1, perPerson: -1}' | 7 | tiers.HIGH[0].certifiedPeople.perPerson | 0 or more",
        "references: {atLeast: 3} | 'team: {people: 1}\n      toolkits: {atLeast: 1}' | 7 | tiers.HIGH[0] | one criterion",
        "references: {atLeast: 3} | references | 7 | tiers.HIGH[0] | must be a mapping",
        "'LOW: []' | 'LOW:' | 5 | tiers.LOW | must be a list",
        "'LOW: []' | 'LOW: []\n  LOW: []' | 6 | tiers.LOW | twice",
        "graceDays: 30 | graceDays: 2147483647 | 10 | standing.graceDays | 0 to 36525",
        "graceDays: 30 | 'graceDays: 30\n  waivers: 1' | 11 | standing.waivers | not known",
        "', until: 2011-10-30' | '' | 11 | standing.legacy | lacks the key until",
        "standing: | 'standing: 30 #' | 10 | '' | no valid YAML",
        "graceDays: 30 | 'graceDays: 30\n  stopAbove: 100.01' | 11 | standing.stopAbove | from 0 to 100",
        "graceDays: 30 | 'graceDays: 30\n  stopAbove: -1' | 11 | standing.stopAbove | from 0 to 100",
        "graceDays: 30 | 'graceDays: 30\n  stopAbove: 5 %' | 11 | standing.stopAbove | from 0 to 100",
        "graceDays: 30 | 'graceDays: 30\n  stopAbove:' | 11 | standing.stopAbove | has no value",
        "graceDays: 30 | 'graceDays: 30\n  stopAbove: 5e-999999999' | 11 | standing.stopAbove | from 0 to 100",
        "maxPerCustomer: 8 | 'maxPerCustomer: 8, meanAtLeast: 7.00000000000' | 8 | tiers.HIGH[1].survey.meanAtLeast | from 1 to 10",
        "policy: p | 'policy: !p p' | 1 | policy | has a tag",
        "version: 1 | 'version: !!java.lang.Integer 1' | 2 | '' | tag is not allowed",
        "'LOW: []' | 'LOW: !!set []' | 5 | tiers.LOW | has a tag",
        "'LOW: []' | '\"L\\\\0W\": []' | 5 | 'tiers.L\u0000W' | one line",
        "policy: p | 'integrity: {referencesPerSignatory: 0}\npolicy: p' | 1 | integrity.referencesPerSignatory | 1 or more",
        "policy: p | 'integrity: {signatories: 3}\npolicy: p' | 1 | integrity.signatories | not known",
        "policy: p | 'integrity: 3\npolicy: p' | 1 | integrity | must be a mapping"
      })
  void namesFileLineAndKey(String from, String to, int line, String key, String problem)
      throws IOException {
    Path file =
        write(
            "bad.yaml",
            POLICY.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to));

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> files.read(file))
        .withMessageStartingWith("bad.yaml")
        .withMessageContaining(problem)
        .satisfies(
            e -> {
              assertThat(e.key()).isEqualTo(key == null ? "" : key);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  @Test
  void refusesWhatIsNoTextOrNotThere() throws IOException {
    Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    Path empty = write("e.yaml", "");

    for (Path file : List.of(binary, empty, folder.resolve("absent.yaml"))) {
      assertThatExceptionOfType(ProgramFileException.class)
          .isThrownBy(() -> files.read(file))
          .withMessageStartingWith(file.getFileName().toString());
    }
  }

  @Test
  void refusesYamlThatGrowsOrNeverEnds() throws IOException {
    Path recursive = write("recursive.yaml", "policy: &p [*p]\n");
    Path bomb = write("bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    Path deep = write("deep.yaml", "policy: " + "[".repeat(1_000) + "]".repeat(1_000) + "\n");
    Path large = write("large.yaml", "# " + "x".repeat(1 << 20) + "\n" + POLICY);
    Path two = write("two.yaml", POLICY + "---\n" + POLICY);

    for (Path file : List.of(recursive, bomb, deep, large, two)) {
      assertThatExceptionOfType(ProgramFileException.class)
          .isThrownBy(() -> files.read(file))
          .withMessageStartingWith(file.getFileName().toString());
    }
  }

  @Test
  void readsAFileThatLiesNowhere() {
    PolicyFile file = files.read("policy", POLICY.getBytes(StandardCharsets.UTF_8));

    assertThat(file.text()).isEqualTo(POLICY);
    assertThat(file.placeOf("version").sentence("is wrong"))
        .isEqualTo("policy, line 2, key version: is wrong.");
  }

  @Test
  void refusesBytesThatAreNoTextOrTooMany() {
    for (byte[] bytes : List.of(new byte[] {(byte) 0xFF}, new byte[(1 << 20) + 1], new byte[0])) {
      assertThatExceptionOfType(ProgramFileException.class)
          .isThrownBy(() -> files.read("policy", bytes))
          .withMessageStartingWith("policy: ");
    }
  }

  @Test
  void saysItsSentencesInAFewWordsWhateverTheFile() {
    String long1 = "x".repeat(100_000);
    String tiers =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> "  T" + i + ": []\n")
            .collect(Collectors.joining());
    for (String text :
        List.of(
            POLICY.replace("version: 1", "version: " + long1),
            POLICY.replace("version: 1", "? " + long1 + "\n: 1"),
            POLICY.replace("LOW", long1),
            POLICY.replace("version: 1", "version: !" + long1 + " 1"),
            POLICY.replace("version: 1", "version: !!" + long1 + " 1"),
            POLICY.replace("version: 1", "version: *" + long1),
            POLICY.replace("  LOW: []\n", tiers))) {
      assertThatExceptionOfType(ProgramFileException.class)
          .isThrownBy(() -> files.read("policy", text.getBytes(StandardCharsets.UTF_8)))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
