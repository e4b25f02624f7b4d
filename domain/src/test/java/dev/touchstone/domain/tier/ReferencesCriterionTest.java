package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static dev.touchstone.domain.tier.Criterion.Scope.ASSIGNED;
import static dev.touchstone.domain.tier.Criterion.Scope.EACH_ASSIGNED;
import static dev.touchstone.domain.tier.Criterion.Scope.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.tier.Criterion.References;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesCriterionTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final CoverageTerms TERMS = new CoverageTerms(1, 2, null);

  @Test
  void countsFromTheSigningDay() {
    PartnerEvidence evidence =
        aPartner().requesting("CRM").withReference("R-1", "CRM", "Rossi", DAY).build();

    assertThat(countOn(DAY.minusDays(1), evidence)).isZero();
    assertThat(countOn(DAY, evidence)).isEqualTo(1);
  }

  @Test
  void ignoresWhatNobodySigned() {
    PartnerEvidence evidence =
        aPartner().requesting("CRM").withReference("R-1", "CRM", "Rossi", null).build();

    assertThat(countOn(DAY, evidence)).isZero();
  }

  @Test
  void excludesTheDayOfWithdrawal() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withReference("R-1", "CRM", "Rossi", DAY, DAY.plusDays(5))
            .withReference("R-2", "CRM", "Verdi", DAY, DAY)
            .build();

    assertThat(countOn(DAY, evidence)).isEqualTo(1);
    assertThat(countOn(DAY.plusDays(4), evidence)).isEqualTo(1);
    assertThat(countOn(DAY.plusDays(5), evidence)).isZero();
  }

  @Test
  void countsOnRequestedSpecializationsOnly() {
    PartnerEvidence evidence =
        aPartner()
            .withToolkit("ERP")
            .requesting("CRM")
            .requesting("DESKTOP", DAY.minusYears(1), DAY)
            .withReferences(1, "CRM", DAY)
            .withReferences(2, "ERP", DAY)
            .withReferences(4, "DESKTOP", DAY.minusDays(1))
            .build();

    assertThat(countOn(DAY, evidence)).isEqualTo(1);
    assertThat(countOn(DAY.minusDays(1), evidence)).isEqualTo(4);
  }

  @Test
  void countsOnARequestedSpecializationOutsideTheCatalog() {
    PartnerEvidence evidence =
        aPartner().requesting("UNHEARD_OF").withReferences(1, "UNHEARD_OF", DAY).build();

    assertThat(countOn(DAY, evidence)).isEqualTo(1);
  }

  @Test
  void listsEachRequestedSpecializationAlsoWithoutReferences() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("ERP", "CRM")
            .withReference("R-2", "ERP", "Rossi", DAY)
            .withReference("R-10", "ERP", "Verdi", DAY)
            .build();

    Finding.References finding = judge(new References(2, REQUESTED, false, null), evidence);

    assertThat(listed(finding)).containsExactly("CRM []", "ERP [R-10, R-2]");
    assertThat(finding.met()).isTrue();
    assertThat(judge(new References(3, REQUESTED, false, null), evidence).met()).isFalse();
  }

  @Test
  void countsUntilTheSignatureIsTooOld() {
    References criterion = new References(1, REQUESTED, false, Period.ofMonths(12));
    LocalDate signedOn = LocalDate.of(2009, 11, 15);
    PartnerEvidence evidence =
        aPartner().requesting("CRM").withReferences(1, "CRM", signedOn).build();

    assertThat(judge(criterion, evidence, TERMS, DAY.minusDays(1)).met()).isTrue();
    assertThat(judge(criterion, evidence, TERMS, DAY).met()).isFalse();
  }

  @Test
  void countsAnyNumberOfOneCustomerByDefault() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withReference("R-1", "CRM", "Rossi", DAY)
            .withReference("R-2", "CRM", "Rossi", DAY)
            .build();

    assertThat(countOn(DAY, evidence)).isEqualTo(2);
  }

  @Test
  void letsTheSmallestIdStandForACustomerOverAllSpecializations() {
    PartnerEvidence evidence = customersOnTwoSpecializations().build();

    Finding.References finding = judge(new References(2, REQUESTED, true, null), evidence);

    assertThat(finding.referencesCounted()).isEqualTo(2);
    assertThat(listed(finding)).containsExactly("CRM [R-3]", "ERP [R-1]");
  }

  @Test
  void tellsCustomersApartPerSpecializationWhereEachMustHaveSome() {
    PartnerEvidence evidence =
        customersOnTwoSpecializations()
            .withPerson("H-1", "TC-109")
            .withPerson("H-2", "TC-121")
            .build();

    Finding.References finding = judge(new References(1, EACH_ASSIGNED, true, null), evidence);

    assertThat(finding.referencesCounted()).isEqualTo(3);
    assertThat(listed(finding)).containsExactly("CRM [R-2, R-3]", "ERP [R-1]");
  }

  private static PartnerBuilder customersOnTwoSpecializations() {
    return aPartner()
        .requesting("CRM", "ERP")
        .withReference("R-4", "CRM", "caffè nero", DAY)
        .withReference("R-3", "CRM", "Rossi", DAY)
        .withReference("R-2", "CRM", " CAFFE NERO", DAY)
        .withReference("R-1", "ERP", "Caffe Nero", DAY);
  }

  @Test
  void countsOnCoveredSpecializationsOnlyWhereAssigned() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-500")
            .withReferences(1, "CRM", DAY)
            .withReferences(2, "ERP", DAY)
            .build();

    Finding.References finding = judge(new References(3, ASSIGNED, false, null), evidence);

    assertThat(listed(finding)).containsExactly("ERP [R-002, R-003]");
    assertThat(finding.referencesCounted()).isEqualTo(2);
    assertThat(finding.met()).isFalse();
  }

  @Test
  void coversAsManyAsPerPersonOfTheTermsAllows() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-121"))
            .withReferences(2, "CRM", DAY)
            .withReferences(1, "ERP", DAY)
            .build();
    References criterion = new References(3, ASSIGNED, false, null);

    assertThat(judge(criterion, evidence, new CoverageTerms(1, 2, null), DAY).met()).isFalse();
    assertThat(judge(criterion, evidence, new CoverageTerms(2, 2, null), DAY).met()).isTrue();
  }

  @Test
  void demandsReferencesOnAsManyCoveredOnesAsTheTierDoes() {
    PartnerEvidence evidence =
        threeCovered()
            .withReferences(2, "CRM", DAY)
            .withReferences(2, "ERP", DAY)
            .withReferences(1, "HOSTING", DAY)
            .build();
    References criterion = new References(2, EACH_ASSIGNED, false, null);

    Finding.References finding = judge(criterion, evidence);

    assertThat(finding.met()).isTrue();
    assertThat(finding.referencesCounted()).isEqualTo(5);
    assertThat(judge(criterion, evidence, new CoverageTerms(1, 3, null), DAY).met()).isFalse();
  }

  @Test
  void demandsReferencesOnAllCoveredOnesWhereTheTierGivesNoNumber() {
    References criterion = new References(1, EACH_ASSIGNED, false, null);
    CoverageTerms noNumber = new CoverageTerms(1, null, null);
    PartnerBuilder partner =
        threeCovered().withReferences(1, "CRM", DAY).withReferences(1, "ERP", DAY);

    assertThat(judge(criterion, partner.build(), noNumber, DAY).met()).isFalse();

    partner.withReferences(1, "HOSTING", DAY);

    assertThat(judge(criterion, partner.build(), noNumber, DAY).met()).isTrue();
  }

  @Test
  void isNotMetByNothingOnEachOfNone() {
    PartnerEvidence evidence = aPartner().requesting("CRM").withReferences(9, "CRM", DAY).build();

    assertThat(
            judge(
                    new References(1, EACH_ASSIGNED, false, null),
                    evidence,
                    new CoverageTerms(1, null, null),
                    DAY)
                .met())
        .isFalse();
  }

  private static PartnerBuilder threeCovered() {
    return aPartner()
        .requesting("CRM", "ERP", "HOSTING")
        .withPerson("H-1", "TC-109")
        .withPerson("H-2", "TC-121")
        .withPerson("H-3", "TC-163");
  }

  private static int countOn(LocalDate day, PartnerEvidence evidence) {
    return judge(new References(1, REQUESTED, false, null), evidence, TERMS, day)
        .referencesCounted();
  }

  private static Finding.References judge(References criterion, PartnerEvidence evidence) {
    return judge(criterion, evidence, TERMS, DAY);
  }

  private static Finding.References judge(
      References criterion, PartnerEvidence evidence, CoverageTerms terms, LocalDate day) {
    return criterion.judge(new Dossier(CatalogFixtures.small(), evidence, day), terms);
  }

  private static List<String> listed(Finding.References finding) {
    return finding.bySpecialization().stream()
        .map(on -> on.specialization() + " " + on.references())
        .toList();
  }
}
