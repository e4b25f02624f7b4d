package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.fixture.CatalogFixtures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamCriterionTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  @Test
  void takesTheRequestedSpecializationWithMostPeople() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-109")
            .withPerson("H-2", "TC-121")
            .withPerson("H-3", "TC-121")
            .withPerson("H-4", "TC-163")
            .withPerson("H-5", "TC-163")
            .withPerson("H-6", "TC-163")
            .build();

    Finding.Team finding = judge(2, evidence);

    assertThat(finding.specialization()).isEqualTo(new SpecializationCode("ERP"));
    assertThat(finding.people()).containsExactly(new PersonId("H-2"), new PersonId("H-3"));
    assertThat(finding.met()).isTrue();
    assertThat(judge(3, evidence).met()).isFalse();
  }

  @Test
  void takesTheFirstOfEqualTeams() {
    PartnerEvidence evidence =
        aPartner().requesting("ERP", "CRM").withPerson("H-1", "TC-500").build();

    assertThat(judge(1, evidence).specialization()).isEqualTo(new SpecializationCode("CRM"));
  }

  @Test
  void countsAPersonOnceForAllCertificates() {
    PartnerEvidence evidence =
        aPartner()
            .requesting("CRM")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-110"))
            .build();

    assertThat(judge(1, evidence).people()).containsExactly(new PersonId("H-1"));
  }

  @Test
  void namesNothingWhereNobodyIsCertified() {
    Finding.Team finding = judge(1, aPartner().requesting("CRM").build());

    assertThat(finding).isEqualTo(new Finding.Team(new Criterion.Team(1), false, null, List.of()));
  }

  private static Finding.Team judge(int people, PartnerEvidence evidence) {
    return new Criterion.Team(people)
        .judge(
            new Dossier(CatalogFixtures.small(), evidence, DAY), new CoverageTerms(1, null, null));
  }
}
