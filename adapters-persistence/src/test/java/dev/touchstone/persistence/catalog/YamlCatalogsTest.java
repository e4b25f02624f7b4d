package dev.touchstone.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "version: 1 | version: x | 2 | version | whole number"
      })
  void namesFileLineAndKey(String from, String to, int line, String key, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), CATALOG.replace(from, to));

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessageStartingWith("bad.yaml, line " + line + ", key " + key)
        .withMessageContaining(problem);
  }

  @Test
  void refusesASpecializationTwice() throws IOException {
    String entry = CATALOG.substring(CATALOG.indexOf("  - code"));
    Path file = Files.writeString(folder.resolve("bad.yaml"), CATALOG + entry);

    assertThatExceptionOfType(ProgramFileException.class)
        .isThrownBy(() -> YamlCatalogs.of(file))
        .withMessageContaining("key specializations[1].code: is CRM, which stands in the catalog");
  }
}
