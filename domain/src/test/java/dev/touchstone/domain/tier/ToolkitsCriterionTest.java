package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.fixture.CatalogFixtures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ToolkitsCriterionTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final CoverageTerms TERMS = new CoverageTerms(1, null, null);

  @Test
  void countsEachSpecializationOnce() {
    PartnerEvidence evidence =
        aPartner().withToolkit("ERP").withToolkit("CRM").withToolkit("CRM", DAY, null).build();

    Finding.Toolkits finding = judge(2, evidence);

    assertThat(finding.specializations())
        .containsExactly(new SpecializationCode("CRM"), new SpecializationCode("ERP"));
    assertThat(finding.met()).isTrue();
    assertThat(judge(3, evidence).met()).isFalse();
  }

  @Test
  void countsFromTheFirstDay() {
    assertThat(judge(1, aPartner().withToolkit("CRM", DAY, null).build()).met()).isTrue();
    assertThat(judge(1, aPartner().withToolkit("CRM", DAY.plusDays(1), null).build()).met())
        .isFalse();
  }

  @Test
  void excludesTheEndDay() {
    LocalDate from = DAY.minusYears(1);

    assertThat(judge(1, aPartner().withToolkit("CRM", from, DAY.plusDays(1)).build()).met())
        .isTrue();
    assertThat(judge(1, aPartner().withToolkit("CRM", from, DAY).build()).met()).isFalse();
  }

  @Test
  void ignoresAnEnrollmentEndedOnTheDayItBegan() {
    assertThat(judge(1, aPartner().withToolkit("CRM", DAY, DAY).build()).met()).isFalse();
  }

  @Test
  void isNotMetByACompetency() {
    assertThat(judge(1, aPartner().requesting("CRM").build()).met()).isFalse();
  }

  private static Finding.Toolkits judge(int atLeast, PartnerEvidence evidence) {
    return new Criterion.Toolkits(atLeast)
        .judge(new Dossier(CatalogFixtures.small(), evidence, DAY), TERMS);
  }
}
