package dev.touchstone.batch.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataGeneratorTest {

  private static final int PARTNERS = 2_000;

  private static final Catalog CATALOG =
      new Catalog(
          "c",
          1,
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      new Specialization(
                          new SpecializationCode("SPEC_" + i),
                          SpecializationKind.PRODUCT,
                          Map.of(),
                          Set.of(new CertificationCode("TC-" + i))))
              .toList());

  @TempDir Path folder;

  @Test
  void writesTheSameInboxForTheSameSeed() throws IOException {
    Path one = generate("one", 7);
    Path other = generate("other", 7);
    Path another = generate("another", 8);
    String file = "certifications/certifications-01.csv";

    assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    assertThat(Files.mismatch(one.resolve(file), another.resolve(file))).isNotNegative();
  }

  @Test
  void writesEveryKindInBothDialects() throws IOException {
    Path inbox = generate("inbox", 1);

    assertThat(Files.readAllLines(inbox.resolve("partners/partners-01.csv")))
        .hasSize(PARTNERS / 2 + 1)
        .first()
        .asString()
        .startsWith("partner_id,name");
    assertThat(
            Files.readAllLines(
                inbox.resolve("partners/partners-02.csv"), Charset.forName("windows-1252")))
        .hasSize(PARTNERS / 2 + 1)
        .first()
        .asString()
        .startsWith("partner_id;name");
    try (Stream<Path> workbooks = Files.walk(inbox.resolve("surveys"))) {
      assertThat(workbooks.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  @Test
  void usesAddressesThatBelongToNobody() throws IOException {
    Path inbox = generate("inbox", 1);
    Pattern domain = Pattern.compile("@([\\w.-]+)|https?://([\\w.-]+)");

    for (String file : List.of("partners/partners-01.csv", "references/references-01.csv")) {
      String text = Files.readString(inbox.resolve(file), StandardCharsets.UTF_8);
      assertThat(domain.matcher(text).results().map(found -> found.group()))
          .isNotEmpty()
          .allMatch(found -> found.endsWith("example.com") || found.endsWith("example.it"));
    }
  }

  @Test
  void leavesAnInboxThatHoldsSomethingAlone() throws IOException {
    Path inbox = generate("inbox", 1);

    assertThatExceptionOfType(DirectoryNotEmptyException.class)
        .isThrownBy(() -> new SampleDataGenerator(CATALOG, 1).generate(1, inbox));
  }

  private Path generate(String name, long seed) throws IOException {
    Path inbox = folder.resolve(name);
    new SampleDataGenerator(CATALOG, seed).generate(PARTNERS, inbox);
    return inbox;
  }
}
