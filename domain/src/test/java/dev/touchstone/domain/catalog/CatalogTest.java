package dev.touchstone.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final SpecializationCode CRM = new SpecializationCode("CRM");
  private static final SpecializationCode ERP = new SpecializationCode("ERP");

  private final Catalog catalog =
      new Catalog("small", 3, List.of(accepting("ERP", "T-1", "T-2"), accepting("CRM", "T-2")));

  private static Specialization accepting(String code, String... accepts) {
    return new Specialization(
        new SpecializationCode(code),
        SpecializationKind.PRODUCT,
        Map.of("en", code),
        Stream.of(accepts).map(CertificationCode::new).collect(Collectors.toSet()));
  }

  @Test
  void listsSpecializationsInOrderOfTheirCodes() {
    assertThat(catalog.listSpecializations())
        .extracting(Specialization::code)
        .containsExactly(CRM, ERP);
  }

  @Test
  void findsASpecializationByItsCodeExactInCase() {
    assertThat(catalog.findSpecialization(CRM)).map(Specialization::code).contains(CRM);
    assertThat(catalog.findSpecialization(new SpecializationCode("crm"))).isEmpty();
  }

  @Test
  void tellsWhichSpecializationsAcceptACertificate() {
    assertThat(catalog.listAccepting(new CertificationCode("T-2"))).containsExactly(CRM, ERP);
    assertThat(catalog.listAccepting(new CertificationCode("T-1"))).containsExactly(ERP);
    assertThat(catalog.listAccepting(new CertificationCode("T-3"))).isEmpty();
  }

  @Test
  void knowsTheCodesThatSomeSpecializationAccepts() {
    assertThat(catalog.knows(new CertificationCode("T-1"))).isTrue();
    assertThat(catalog.knows(new CertificationCode("t-1"))).isFalse();
  }

  @Test
  void rejectsACodeThatStandsTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Catalog("small", 1, List.of(accepting("CRM"), accepting("CRM", "T-1"))))
        .withMessage("Specialization CRM is in the catalog twice");
  }

  @Test
  void hasANameAndAVersion() {
    assertThat(catalog.name()).isEqualTo("small");
    assertThat(catalog.version()).isEqualTo(3);
  }
}
