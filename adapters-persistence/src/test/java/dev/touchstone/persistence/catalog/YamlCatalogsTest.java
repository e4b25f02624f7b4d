package dev.touchstone.persistence.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlCatalogsTest {

  private static final String CATALOG =
      """
      catalog: c
      version: 1
      specializations:
        - code: CRM
          kind: PRODUCT
          name: {en: CRM, it: CRM}
          accepts: [TC-1, TC-2]
      """;

  @TempDir Path folder;

  @Test
  void readsTheDefaultCatalog() {
    Catalog catalog = YamlCatalogs.ofDefault().getCatalog();

    assertThat(catalog.listSpecializations()).hasSize(30);
    assertThat(catalog.listSpecializations())
        .filteredOn(s -> s.kind() == SpecializationKind.BUSINESS)
        .hasSize(10);
    assertThat(catalog.listAccepting(new CertificationCode("TC-511")))
        .containsExactly(
            new SpecializationCode("DIGITAL_MARKETING"), new SpecializationCode("WEB_DEVELOPMENT"));
    assertThat(catalog.knows(new CertificationCode("TC-900"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: PRODUCT | kind: THING | 5 | specializations[0].kind | PRODUCT, BUSINESS",
        "accepts: | acepts: | 4 | specializations[0] | lacks the key accepts",
        "TC-2 | TC-1 | 7 | specializations[0].accepts[1] | twice",
        "version: 1 | version: x | 2 | version | whole number",
        "version: 1 | version: 1.0 | 2 | version | whole number",
        "version: 1 | version: 99999999999 | 2 | version | whole number",
        "version: 1 | version: | 2 | version | has no value",
        "version: 1 | version: [1] | 2 | version | must be a whole number",
        "'version: 1\n' | '' | 1 | '' | lacks the key version",
        "version: 1 | 'version: 1\ncolour: red' | 3 | colour | not known",
        "version: 1 | 'version: 1\ncatalog: d' | 3 | catalog | twice",
        "catalog: c | 'catalog: \" \"' | 1 | catalog | is empty",
        "code: CRM | code: ~ | 4 | specializations[0].code | has no value",
        "'code: CRM' | 'code: {a: b}' | 4 | specializations[0].code | must be text",
        "kind: PRODUCT | kind: product | 5 | specializations[0].kind | PRODUCT, BUSINESS",
        "'{en: CRM, it: CRM}' | CRM | 6 | specializations[0].name | must be a mapping",
        "'{en: CRM, it: CRM}' | '{en: CRM, it: }' | 6 | specializations[0].name.it | has no value",
        "'[TC-1, TC-2]' | TC-1 | 7 | specializations[0].accepts | must be a list",
        "'accepts: [TC-1, TC-2]' | 'accepts: [TC-1]\n    since: 2010' | 8 | specializations[0].since | not known",
        "version: 1 | '? [a]: 1\nversion: 1' | 2 | '' | must be a key",
        "version: 1 | 'version: 1\n  x: 2' | 3 | '' | no valid YAML"
      })
  void namesFileLineAndKey(String from, String to, int line, String key, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), CATALOG.replace(from, to));

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessageStartingWith("bad.yaml, line " + line + (key.isEmpty() ? ":" : ", key " + key))
        .withMessageContaining(problem)
        .satisfies(
            e -> {
              assertThat(e.file()).isEqualTo("bad.yaml");
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.key()).isEqualTo(key);
            });
  }

  @Test
  void refusesASpecializationTwice() throws IOException {
    String entry = CATALOG.substring(CATALOG.indexOf("  - code"));
    Path file = Files.writeString(folder.resolve("bad.yaml"), CATALOG + entry);

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessageContaining("key specializations[1].code: is CRM, which stands in the catalog");
  }

  @Test
  void refusesACatalogWithoutSpecializations() throws IOException {
    String empty = CATALOG.substring(0, CATALOG.indexOf("\n  - code")) + " []\n";
    Path file = Files.writeString(folder.resolve("bad.yaml"), empty);

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessage(
            "bad.yaml, line 3, key specializations: must name one specialization or more.");
  }

  @Test
  void readsTheCatalogOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("catalog.yaml"), "\uFEFF" + CATALOG);

    Catalog catalog = YamlCatalogs.of(file).getCatalog();

    assertThat(catalog.name()).isEqualTo("c");
    assertThat(catalog.listSpecializations())
        .containsExactly(
            new Specialization(
                new SpecializationCode("CRM"),
                SpecializationKind.PRODUCT,
                Map.of("en", "CRM", "it", "CRM"),
                Set.of(new CertificationCode("TC-1"), new CertificationCode("TC-2"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | bad.yaml: is empty.",
        "'# nothing' | bad.yaml: is empty.",
        "just text | 'bad.yaml, line 1: must be a mapping of keys to values.'",
        "'a: &x [1]\nb: *x' | bad.yaml",
        "'a: 1\n---\na: 1' | bad.yaml",
        "'a: \u0007' | bad.yaml",
        "'a: !!java.lang.Object {}' | bad.yaml"
      })
  void refusesWhatIsNoCatalog(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text);

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessageStartingWith(message);
  }

  @Test
  void refusesWhatIsNoTextOrCannotBeRead() throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), "catalog: città".getBytes(ISO_8859_1));
    Path deep = Files.writeString(folder.resolve("deep.yaml"), "a: " + "[".repeat(100_000));
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
    Path absent = folder.resolve("absent.yaml");

    assertThat(refusal(latin)).isEqualTo("latin.yaml: is not UTF-8 text.");
    assertThat(refusal(deep)).startsWith("deep.yaml").contains("is no valid YAML");
    assertThat(refusal(large)).isEqualTo("large.yaml: is larger than 1 MB, which no such file is.");
    assertThat(refusal(absent))
        .isEqualTo(
            "absent.yaml: cannot be read from " + absent + "; check the path and its permissions.");
    assertThat(refusal(folder)).contains("cannot be read");
  }

  private static String refusal(Path file) {
    try {
      YamlCatalogs.of(file);
    } catch (ProgramFileException e) {
      return e.getMessage();
    }
    throw new AssertionError("Not refused: " + file);
  }
}
