package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertifiedPeopleCriterionTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  @Test
  void takesOnePersonForEachSpecialization() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-109")
            .withPerson("H-2", "TC-121")
            .build();

    Finding.CertifiedPeople finding = judge(2, 2, 1, evidence);

    assertThat(finding.met()).isTrue();
    assertThat(finding.peopleCertified()).isEqualTo(2);
    assertThat(seats(finding)).containsExactly("CRM H-1 C-H-1", "ERP H-2 C-H-2");
    assertThat(finding.unused()).isEmpty();
    assertThat(finding.bottleneck()).isNull();
  }

  @Test
  void neverTakesOnePersonTwice() {
    PartnerEvidence evidence = onePersonWithTwoCertificates().build();

    Finding.CertifiedPeople finding = judge(1, 2, 1, evidence);

    assertThat(finding.specializationsCovered()).isEqualTo(1);
    assertThat(finding.met()).isFalse();
  }

  @Test
  void letsOnePersonStandForAsManyAsPerPersonSays() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP", "HOSTING")
            .withPerson(
                "H-1",
                person ->
                    person
                        .certified("C-1", "TC-109")
                        .certified("C-2", "TC-121")
                        .certified("C-3", "TC-163"))
            .build();

    assertThat(judge(1, 2, 2, evidence).met()).isTrue();
    assertThat(judge(1, 3, 2, evidence).met()).isFalse();
    assertThat(judge(1, 3, 0, evidence).met()).isTrue();
  }

  @Test
  void neverTakesOneCertificateTwice() {
    PartnerEvidence evidence =
        aPartner().requesting("CRM", "ERP").withPerson("H-1", "TC-500").build();

    assertThat(judge(1, 2, 0, evidence).specializationsCovered()).isEqualTo(1);
  }

  @Test
  void demandsPeopleEvenWhereFewerCoverAll() {
    PartnerEvidence evidence = onePersonWithTwoCertificates().build();

    assertThat(judge(1, 2, 0, evidence).met()).isTrue();
    assertThat(judge(2, 2, 0, evidence).met()).isFalse();
  }

  @Test
  void countsPeopleBeyondTheAssignment() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withPerson("H-1", "TC-109")
            .withPerson("H-2", "TC-110")
            .withPerson("H-3", "TC-163")
            .build();

    Finding.CertifiedPeople finding = judge(2, 1, 1, evidence);

    assertThat(finding.met()).isTrue();
    assertThat(finding.peopleCertified()).isEqualTo(2);
    assertThat(finding.unused()).containsExactly(new PersonId("H-2"));
  }

  @Test
  void findsTheAssignmentThatGreedyTakingMisses() {
    // H-1 could take CRM, but then nobody is left for ERP.
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-500")
            .withPerson("H-2", "TC-109")
            .build();

    assertThat(seats(judge(2, 2, 1, evidence))).containsExactly("CRM H-2 C-H-2", "ERP H-1 C-H-1");
  }

  @Test
  void prefersSmallerPersonsThenSmallerCertificates() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withPerson("H-2", "TC-109")
            .withPerson("H-1", p -> p.certified("C-9", "TC-109").certified("C-10", "TC-110"))
            .build();

    assertThat(seats(judge(1, 1, 1, evidence))).containsExactly("CRM H-1 C-10");
  }

  @Test
  void coversSpecializationsWithMoreReferencesFirst() {
    PartnerBuilder partner =
        aPartner().requesting("CRM", "ERP", "MIDMARKET").withPerson("H-1", "TC-500");

    assertThat(seats(judge(1, 1, 1, partner.build()))).containsExactly("CRM H-1 C-H-1");

    partner.withReferences(1, "ERP", DAY).withReferences(2, "MIDMARKET", DAY);

    assertThat(seats(judge(1, 1, 1, partner.build()))).containsExactly("MIDMARKET H-1 C-H-1");
  }

  @Test
  void ordersByReferencesThatAreStillValid() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-500")
            .withReferences(1, "CRM", DAY)
            .withReferences(2, "ERP", DAY.minusYears(2))
            .build();
    Criterion.CertifiedPeople criterion = new Criterion.CertifiedPeople(1, 1, 1);
    Dossier dossier = new Dossier(CatalogFixtures.small(), evidence, DAY);

    assertThat(seats(criterion.judge(dossier, new CoverageTerms(1, 1, null))))
        .containsExactly("ERP H-1 C-H-1");
    assertThat(seats(criterion.judge(dossier, new CoverageTerms(1, 1, Period.ofYears(2)))))
        .containsExactly("CRM H-1 C-H-1");
  }

  @Test
  void ordersByAllReferencesOfOneCustomer() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-500")
            .withReference("R-1", "CRM", "Rossi", DAY)
            .withReference("R-2", "ERP", "Verdi", DAY)
            .withReference("R-3", "ERP", "Verdi", DAY)
            .build();

    assertThat(seats(judge(1, 1, 1, evidence))).containsExactly("ERP H-1 C-H-1");
  }

  @Test
  void namesTheSpecializationsWithTooFewPeople() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP", "HOSTING")
            .withPerson("H-1", "TC-500")
            .withPerson("H-2", "TC-163")
            .build();

    assertThat(judge(2, 3, 1, evidence).bottleneck())
        .isEqualTo(
            new Bottleneck(
                List.of(new SpecializationCode("CRM"), new SpecializationCode("ERP")),
                List.of(new PersonId("H-1")),
                1));
  }

  @Test
  void acceptsNothingForASpecializationOutsideTheCatalog() {
    PartnerEvidence evidence =
        aPartner().requesting("UNHEARD_OF").withPerson("H-1", "TC-109").build();

    Finding.CertifiedPeople finding = judge(1, 1, 1, evidence);

    assertThat(finding.requested()).containsExactly(new SpecializationCode("UNHEARD_OF"));
    assertThat(finding.peopleCertified()).isZero();
    assertThat(finding.bottleneck())
        .isEqualTo(new Bottleneck(List.of(new SpecializationCode("UNHEARD_OF")), List.of(), 1));
  }

  @Test
  void ignoresSpecializationsThatAreNotRequestedOnTheDay() {
    assertThat(coversOn(DAY, aPartner().withToolkit("CRM"))).isFalse();
    assertThat(coversOn(DAY, aPartner().requesting("CRM", DAY, null))).isTrue();
    assertThat(coversOn(DAY, aPartner().requesting("CRM", DAY.plusDays(1), null))).isFalse();
    assertThat(coversOn(DAY, aPartner().requesting("CRM", DAY.minusDays(1), DAY))).isFalse();
  }

  @Test
  void countsACertificateFromItsAwardToBeforeItsEnd() {
    LocalDate awarded = LocalDate.of(2010, 1, 10);
    LocalDate end = LocalDate.of(2010, 12, 10);
    PartnerEvidence expiring =
        aPartner()
            .requesting("CRM")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109", awarded, end))
            .build();
    PartnerEvidence revoked =
        aPartner()
            .requesting("CRM")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109", awarded, null, end))
            .build();

    for (PartnerEvidence evidence : List.of(expiring, revoked)) {
      assertThat(peopleOn(awarded.minusDays(1), evidence)).isZero();
      assertThat(peopleOn(awarded, evidence)).isEqualTo(1);
      assertThat(peopleOn(end.minusDays(1), evidence)).isEqualTo(1);
      assertThat(peopleOn(end, evidence)).isZero();
    }
  }

  @Test
  void countsAPersonWhileEmployed() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withPerson(
                "H-1",
                p ->
                    p.employed(LocalDate.MIN, DAY)
                        .employed(DAY.plusDays(10), null)
                        .certified("C-1", "TC-109"))
            .build();

    assertThat(peopleOn(DAY.minusDays(1), evidence)).isEqualTo(1);
    assertThat(peopleOn(DAY, evidence)).isZero();
    assertThat(peopleOn(DAY.plusDays(9), evidence)).isZero();
    assertThat(peopleOn(DAY.plusDays(10), evidence)).isEqualTo(1);
  }

  private static PartnerBuilder onePersonWithTwoCertificates() {
    return aPartner()
        .requesting("CRM", "ERP")
        .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-121"));
  }

  private static boolean coversOn(LocalDate day, PartnerBuilder partner) {
    PartnerEvidence evidence = partner.withPerson("H-1", "TC-109").build();
    return peopleOn(day, evidence) == 1;
  }

  private static int peopleOn(LocalDate day, PartnerEvidence evidence) {
    return judge(1, 1, 1, evidence, day).peopleCertified();
  }

  private static Finding.CertifiedPeople judge(
      int people, int specializations, int perPerson, PartnerEvidence evidence) {
    return judge(people, specializations, perPerson, evidence, DAY);
  }

  private static Finding.CertifiedPeople judge(
      int people, int specializations, int perPerson, PartnerEvidence evidence, LocalDate day) {
    return new Criterion.CertifiedPeople(people, specializations, perPerson)
        .judge(
            new Dossier(CatalogFixtures.small(), evidence, day),
            new CoverageTerms(perPerson, specializations, null));
  }

  private static List<String> seats(Finding.CertifiedPeople finding) {
    return finding.assignment().seats().stream()
        .map(s -> "%s %s %s".formatted(s.specialization(), s.person(), s.certificate()))
        .toList();
  }
}
