package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.tier.Criterion.Survey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyCriterionTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final Period YEAR = Period.ofMonths(12);
  private static final Survey GOLD = new Survey(10, YEAR, 8, new BigDecimal("7.0"));

  @ParameterizedTest
  @CsvSource({
    "2009-11-15, 2010-11-15, false",
    "2009-11-16, 2010-11-15, true",
    "2010-11-15, 2010-11-15, true",
    "2010-11-16, 2010-11-15, false",
    // The year before a leap day ends on 28 February, and so does the year before the 28th.
    "2011-02-28, 2012-02-29, false",
    "2011-03-01, 2012-02-29, true",
    "2011-02-28, 2012-02-28, false",
    // A leap day is one day longer in the window than the day before it.
    "2012-02-29, 2013-02-28, true",
    "2012-02-29, 2013-03-01, false",
    "2012-02-28, 2013-02-28, false",
  })
  void countsAfterTheWindowsStartUpToTheDate(LocalDate answered, LocalDate date, boolean counts) {
    PartnerEvidence evidence = aPartner().withResponses(1, 9, answered).build();

    assertThat(judge(new Survey(1, YEAR, 8, null), evidence, date).met()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "2012-02-28, P12M, 2013-02-28",
    "2012-02-29, P12M, 2013-03-01",
    "2012-03-01, P12M, 2013-03-01",
    "2011-02-28, P12M, 2012-02-28",
    "2010-08-31, P6M, 2011-03-01",
    "2010-01-30, P1M1D, 2010-03-01",
    "2010-01-28, P1M3D, 2010-03-01",
    "2010-01-31, P1D, 2010-02-01",
  })
  void knowsTheFirstDayWithoutAResponse(LocalDate answered, Period window, LocalDate first) {
    assertThat(new Survey(1, window, 8, null).firstDayWithout(answered)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"P12M", "P1M", "P1M3D", "P1Y2M10D", "P90D", "P1D"})
  void leavesTheWindowOnTheFirstDayWithoutIt(Period window) {
    Survey survey = new Survey(1, window, 8, null);
    for (LocalDate answered = LocalDate.of(2011, 1, 1);
        answered.getYear() < 2013;
        answered = answered.plusDays(1)) {
      LocalDate first = survey.firstDayWithout(answered);
      assertThat(survey.isInWindow(answered, first.minusDays(1))).as("%s", answered).isTrue();
      assertThat(survey.isInWindow(answered, first)).as("%s", answered).isFalse();
    }
  }

  @Test
  void demandsAnExactMean() {
    assertThat(judge(GOLD, aPartner().withResponses(10, 7, DAY).build(), DAY).met()).isTrue();

    // 69 over 10 is 6.9.
    PartnerEvidence below = aPartner().withResponses(9, 7, DAY).withResponses(1, 6, DAY).build();
    Finding.Survey finding = judge(GOLD, below, DAY);

    assertThat(finding.satisfactionSum()).isEqualTo(69);
    assertThat(finding.met()).isFalse();
  }

  @Test
  void comparesThresholdsThatNoFloatingNumberHolds() {
    PartnerEvidence evidence = aPartner().withResponses(7, 7, DAY).withResponses(3, 8, DAY).build();

    assertThat(judge(mean("7.3"), evidence, DAY).met()).isTrue();
    assertThat(judge(mean("7.30000000000000000001"), evidence, DAY).met()).isFalse();
  }

  private static Survey mean(String atLeast) {
    return new Survey(10, YEAR, 8, new BigDecimal(atLeast));
  }

  @Test
  void demandsTheNumberOfResponses() {
    PartnerEvidence evidence = aPartner().withResponses(9, 10, DAY).build();

    assertThat(judge(GOLD, evidence, DAY).met()).isFalse();
  }

  @Test
  void takesPartAloneWhereNoMeanIsDemanded() {
    PartnerEvidence evidence = aPartner().withResponses(10, 1, DAY).build();

    assertThat(judge(new Survey(10, YEAR, 8, null), evidence, DAY).met()).isTrue();
  }

  @Test
  void countsTheLatestOfOneCustomerWhateverTheSpelling() {
    PartnerEvidence evidence =
        aPartner()
            .withResponse("alfa", "1", DAY.minusDays(3), "Caffè Nero", 1)
            .withResponse("alfa", "2", DAY.minusDays(2), "CAFFE NERO", 2)
            .withResponse("beta", "3", DAY.minusDays(1), " caffé nero ", 3)
            .withResponse("beta", "4", DAY.minusDays(9), "Rossi", 4)
            .build();

    Finding.Survey finding = judge(new Survey(1, YEAR, 2, null), evidence, DAY);

    assertThat(counted(finding)).containsExactly("beta 3", "alfa 2", "beta 4");
    assertThat(finding.satisfactionSum()).isEqualTo(9);
    assertThat(finding.leftOut()).isEqualTo(1);
  }

  @Test
  void prefersSmallerIdsThenSmallerVendorsOnOneDay() {
    PartnerEvidence evidence =
        aPartner()
            .withResponse("alfa", "9", DAY, "Rossi", 1)
            .withResponse("gamma", "10", DAY, "Rossi", 1)
            .withResponse("beta", "10", DAY, "Rossi", 1)
            .withResponse("alfa", "8", DAY.minusDays(1), "Rossi", 1)
            .build();

    Finding.Survey finding = judge(new Survey(1, YEAR, 3, null), evidence, DAY);

    assertThat(counted(finding)).containsExactly("beta 10", "gamma 10", "alfa 9");
  }

  @Test
  void countsTheCapInsideTheWindowOnly() {
    PartnerEvidence evidence =
        aPartner()
            .withResponse("alfa", "1", DAY.plusDays(1), "Rossi", 9)
            .withResponse("alfa", "2", DAY, "Rossi", 8)
            .withResponse("alfa", "3", DAY.minusYears(1), "Rossi", 7)
            .build();

    Finding.Survey finding = judge(new Survey(1, YEAR, 1, null), evidence, DAY);

    assertThat(counted(finding)).containsExactly("alfa 2");
    assertThat(finding.leftOut()).isZero();
  }

  @Test
  void rejectsAWindowOfNoLength() {
    assertThatThrownBy(() -> new Survey(1, Period.ZERO, 8, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("P0D");
    assertThatThrownBy(() -> new Survey(1, Period.ofMonths(-1), 8, null))
        .hasMessageContaining("P-1M");
  }

  private static Finding.Survey judge(Survey criterion, PartnerEvidence evidence, LocalDate date) {
    return criterion.judge(
        new Dossier(CatalogFixtures.small(), evidence, date), new CoverageTerms(1, null, null));
  }

  private static List<String> counted(Finding.Survey finding) {
    return finding.counted().stream().map(r -> r.vendor() + " " + r.response()).toList();
  }
}
